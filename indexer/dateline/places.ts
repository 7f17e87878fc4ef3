import type { PlaceStretch, Stretch } from './dateline-match.ts';
import { countryNamed, countryOfCity, isStateAbbreviation } from './known-places.ts';
import { isRubric } from './not-places.ts';

const MOST_NAME_WORDS = 6;
const MOST_PARTS = 4;

/** Small words inside the names of places: "Rio de Janeiro", "Stratford-upon-Avon", "Wals bei Salzburg". */
const PARTICLES = new Set(
  `de da di do dos das du del della dello dei degli delle des d' la le les el los las lo of the on upon by
am an im in bei der den dem ob a zu zur sur sous en et lès les y e und and i al ad ad- el- al- ul-
es as ash san na nad pod u w v aan van zee ter ten op de's at в на над под the-und til ved över på
ng for`.split(/\s+/),
);

/** Slashes that stand inside one place. */
const ONE_PLACE = [
  /^dallas\/fort worth/i,
  /^frankfurt\/(?:main|oder)/i,
  /^biel\/bienne/i,
  /^fribourg\/freiburg/i,
];

/**
 * Reads the words between `start` and `end` as places with qualifiers: "Berlin/Frankfurt",
 * "Don Benito (Badajoz)", "GUANTANAMO BAY NAVAL BASE, Cuba". `null` when they cannot be that.
 */
export function readPlaces(
  text: string,
  { start, end }: Stretch,
  options: { readonly language: string | null; readonly lowerCase: boolean },
): readonly PlaceStretch[] | null {
  let parts = splitStretch(text, { start, end }, PART_JOINT);
  if (parts.length > 1 && parts[0] && isRubric(text.slice(parts[0].start, parts[0].end))) {
    parts = parts.slice(1);
  }
  if (parts.length === 0 || parts.length > MOST_PARTS) return null;
  parts = countryLast(text, parts, options.language);
  const [first, ...qualifiers] = parts;
  if (!first || !qualifiers.every((part) => isQualifier(text, part))) return null;
  const cities = splitCities(text, first).map((city) => readCity(text, city));
  const places: PlaceStretch[] = [];
  for (const city of cities) {
    if (!city || !isName(text, city.name, options.lowerCase)) return null;
    places.push(city);
  }
  const last = places.at(-1);
  if (!last) return null;
  const behind = qualifiers.map((part) => withStateDot(text, part));
  const full = { ...last, qualifiers: [...last.qualifiers, ...behind] };
  return [...places.slice(0, -1), full];
}

/** "SPRINGFIELD, Ill. (AP)": the full stop belongs to the state. */
function withStateDot(text: string, part: Stretch): Stretch {
  const dotted = text.charAt(part.end) === '.';
  const isState = dotted && isStateAbbreviation(text.slice(part.start, part.end));
  return isState ? { start: part.start, end: part.end + 1 } : part;
}

/** "Azerbaijan, Baku": the country may lead. */
function countryLast(
  text: string,
  parts: readonly Stretch[],
  language: string | null,
): readonly Stretch[] {
  const [first, second] = parts;
  if (!first || !second || parts.length !== 2) return parts;
  const leads = countryNamed(text.slice(first.start, first.end), language);
  const city = countryOfCity(text.slice(second.start, second.end));
  return leads !== null && leads === city ? [second, first] : parts;
}

const PART_JOINT = /[,،፤]\s?|、/uy;
const CITY_JOINT = /\s?\/\s?|\s[–—-]\s|\s(?:y|e|and|und|et|i|и)\s|·/uy;

function splitCities(text: string, part: Stretch): readonly Stretch[] {
  const printed = text.slice(part.start, part.end);
  if (ONE_PLACE.some((pattern) => pattern.test(printed))) return [part];
  const cities = splitStretch(text, part, CITY_JOINT);
  const capitals = cities.every(({ start }) => !/\p{Ll}/u.test(text.charAt(start)));
  return capitals ? cities : [part];
}

const QUALIFIED = /^(.*)\s?[([]([^()[\]]+)[)\]]$/su;

function readCity(text: string, { start, end }: Stretch): PlaceStretch | null {
  const [, name, qualifier] = QUALIFIED.exec(text.slice(start, end)) ?? [];
  if (name === undefined || qualifier === undefined) {
    return { name: { start, end }, qualifiers: [] };
  }
  if (name === '') return null;
  const city = readCity(text, trimmed(text, { start, end: start + name.length }));
  const within = trimmed(text, { start: end - 1 - qualifier.length, end: end - 1 });
  return city && { name: city.name, qualifiers: [...city.qualifiers, within] };
}

const NAME_WORD = /^[\p{L}\p{M}\p{N}.'’`´ʻʼ&-]+$/u;
const CAPITAL_START = /^['’`"]?(?:[dl]['’])?(?:\p{Lu}|\p{Lt}|\p{Lo})/u;

/** Whether the words can be the name of a place: few, without digits, with capitals where there is case. */
export function isName(text: string, { start, end }: Stretch, lowerCase: boolean): boolean {
  const words = text
    .slice(start, end)
    .split(/[\s/]+|\s?–\s?/u)
    .filter(Boolean);
  if (words.length === 0 || words.length > MOST_NAME_WORDS) return false;
  return words.every((word, index) => {
    if (!NAME_WORD.test(word) || /^\d/.test(word) || (/\d/.test(word) && index === 0)) return false;
    if (endsSentence(word) && index < words.length - 1) return false;
    if (lowerCase || CAPITAL_START.test(word)) return true;
    return index > 0 && PARTICLES.has(word.toLowerCase());
  });
}

/** Whether no place goes on behind this word: it has a small letter and is no particle. */
export function endsPhrase(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !PARTICLES.has(word.toLowerCase());
}

/** A full stop behind a long word ends a sentence; behind a short one it abbreviates (St., N.Y., Mt.). */
function endsSentence(word: string): boolean {
  return /\p{L}{4,}\.$/u.test(word);
}

function isQualifier(text: string, { start, end }: Stretch): boolean {
  const words = text.slice(start, end).split(/\s+/);
  if (words.length > 5) return false;
  return words.every((word, index) => {
    if (!/^[\p{L}\p{M}.'’()-]*[\p{L}\p{M}.)]$/u.test(word)) return false;
    return CAPITAL_START.test(word) || (index > 0 && PARTICLES.has(word.toLowerCase()));
  });
}

/** Parts of a stretch between the matches of `joint`, outside brackets; empty parts are left out. */
function splitStretch(text: string, { start, end }: Stretch, joint: RegExp): readonly Stretch[] {
  const parts: Stretch[] = [];
  let from = start;
  let depth = 0;
  let at = start;
  while (at < end) {
    depth += bracketStep(text.charAt(at));
    joint.lastIndex = at;
    const length = depth === 0 ? (joint.exec(text)?.[0].length ?? 0) : 0;
    if (length > 0 && at + length <= end) {
      parts.push({ start: from, end: at });
      from = at + length;
    }
    at += Math.max(length, 1);
  }
  parts.push({ start: from, end });
  return parts.map((part) => trimmed(text, part)).filter((part) => part.end > part.start);
}

function bracketStep(character: string): number {
  if (character === '(' || character === '[') return 1;
  return character === ')' || character === ']' ? -1 : 0;
}

/** The stretch without the space at either end. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  const printed = text.slice(start, end);
  const lead = printed.length - printed.trimStart().length;
  return { start: start + lead, end: end - (printed.length - printed.trimEnd().length) };
}
