import { type KnownCities, loadCities } from '../../config/dateline-cities.ts';
import { fold } from '../../config/fold.ts';
import { type Gazetteer, loadPlaces } from '../../config/places.ts';

/** Languages in which qualifiers are printed most; the text's own is added. */
const REGION_LANGUAGES = ['en', 'it', 'fr', 'de', 'es', 'pt', 'ru', 'ar', 'zh'];

/** States and provinces as American and Canadian papers abbreviate them after a city. */
const STATE_WORDS = `Ala Alaska Ariz Ark Calif Colo Conn Del Fla Ga Hawaii Ill Ind Iowa Kan Ky La Me Md Mass
Mich Minn Miss Mo Mont Neb Nev N.H N.J N.M N.Y N.C N.D Ohio Okla Ore Pa R.I S.C S.D Tenn Texas Tex
Utah Vt Va Wash W.Va Wis Wyo D.C Ont Que Alta B.C Man N.B N.S Sask Nfld N.L P.E.I Calif`;

const stateWords = new Set(STATE_WORDS.split(/\s+/).map(fold));
let cities: KnownCities | null = null;
let gazetteer: Gazetteer | null = null;

/**
 * ISO code of the country of a city that we know by this name, in any script; `null` for others.
 * No dateline has to be known here: this only breaks ties between agencies and between words.
 */
export function countryOfCity(name: string): string | null {
  cities ??= loadCities();
  gazetteer ??= loadPlaces();
  return cities.get(fold(name)) ?? gazetteer.find(name)?.country ?? null;
}

/** ISO code of the country that a name means in `language` or a language of wide circulation. */
export function countryNamed(name: string, language: string | null): string | null {
  const key = fold(name);
  for (const one of language ? [language, ...REGION_LANGUAGES] : REGION_LANGUAGES) {
    const code = regionNames(one).get(key);
    if (code) return code;
  }
  return null;
}

/** Whether a word is an American or Canadian state as papers abbreviate it. */
export function isStateAbbreviation(word: string): boolean {
  return stateWords.has(fold(word));
}

/** Whether the words behind a city are a country or a state rather than a source. */
export function isRegion(name: string, language: string | null): boolean {
  return stateWords.has(fold(name)) || countryNamed(name, language) !== null;
}

const namesByLanguage = new Map<string, ReadonlyMap<string, string>>();

/** Country names of one language, folded, from `Intl`. */
export function regionNames(language: string): ReadonlyMap<string, string> {
  const known = namesByLanguage.get(language);
  if (known) return known;
  const names = new Map<string, string>();
  const display = displayNames(language);
  for (const code of display ? regionCodes() : []) {
    const name = display?.of(code);
    if (name && name !== code) names.set(fold(name), code);
  }
  namesByLanguage.set(language, names);
  return names;
}

function displayNames(language: string): Intl.DisplayNames | null {
  try {
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  } catch {
    // The page declared a language that is none.
    return null;
  }
}

function regionCodes(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
