import type { Agency, AgencyCatalogue } from '../../config/agencies.ts';
import type { TextBlock } from '../article/article.ts';
import type { Evidence } from '../dispatch.ts';

/** An agency on whose word the text reports something: never its sender. */
export type Attribution = { readonly agency: Agency; readonly evidence: Evidence };

/** The clause stands in the first sentences; a bound on the work, too. */
const REACH = 400;
const FIRST_BLOCKS = 3;
const LONGEST_NAME_WORDS = 5;

const AGENCY_WORD = String.raw`(?:(?:the|l['’]agenzia|l['’]agence|l['’]|la agencia|la|il|a agência|die Nachrichtenagentur|der Nachrichtenagentur|die Agentur|die|агентств[оау]|информагентств[оау]|خبرگزاری|وكالة)\s*)?`;

/** What comes before the name of a quoted agency, by language. Never the name alone. */
const CUES: readonly RegExp[] = [
  `(?:according to|reported by|cited by|quoted by|citing|quoting) `,
  `(?:secondo quanto riferi(?:sce|to da)|secondo quanto riporta(?:to da)?|secondo|riferisce|riporta|citando) `,
  `(?:selon|d['’]après|rapporte|citant) `,
  `(?:según|informó|informa|citando a|segundo) `,
  `(?:wie|laut|meldet|berichtet) `,
  `(?:сообщает|сообщило|сообщила|сообщил|передает|передаёт|передал[ао]?|по данным|по сообщению|со ссылкой на) `,
  `به گزارش `,
  `(?:نقلا عن|نقلاً عن|بحسب|وفق) `,
].map((cue) => new RegExp(String.raw`(?<![\p{L}\p{M}])${cue}${AGENCY_WORD}`, 'giu'));

/** Scripts without spaces put the name between a cue and a verb. */
const UNSPACED: readonly RegExp[] = [
  /据(?<name>[\p{sc=Han}]{2,8}?)(?:电|報道|报道|報導|报导|消息|援引)/gu,
  /(?<![\p{sc=Hangul}])(?<name>[\p{sc=Hangul}]{2,10}?)(?:에 따르면|이 보도|가 보도)/gu,
  /(?<name>[\p{sc=Han}]{2,8}?)によると/gu,
];

/** Who is quoted in the opening of a text, each agency once, in order. */
export function quotedAgencies(
  blocks: readonly TextBlock[],
  catalogue: AgencyCatalogue,
): readonly Attribution[] {
  const found = new Map<string, Attribution>();
  for (const block of blocks.slice(0, FIRST_BLOCKS)) {
    const opening = block.text.slice(0, REACH);
    for (const [start, length] of namesIn(opening, catalogue)) {
      const printed = opening.slice(start, start + length);
      const agency = soleOwner(printed, catalogue);
      if (!agency || found.has(agency.id)) continue;
      const span: [number, number] = [block.start + start, block.start + start + length];
      found.set(agency.id, {
        agency,
        evidence: { rule: 'attribution', printed, span, confidence: 'low' },
      });
    }
  }
  return [...found.values()];
}

type Place = readonly [start: number, length: number];

function namesIn(text: string, catalogue: AgencyCatalogue): readonly Place[] {
  const behindCues = CUES.flatMap((cue) => [...text.matchAll(cue)]).flatMap((match) =>
    nameAt(text, match.index + match[0].length, catalogue),
  );
  const between = UNSPACED.flatMap((form) => [...text.matchAll(form)]).flatMap((match) => {
    const name = match.groups?.['name'] ?? '';
    const place: Place = [match.index + match[0].indexOf(name), name.length];
    return name === '' ? [] : [place];
  });
  return [...behindCues, ...between].sort(([a], [b]) => a - b);
}

/** The longest name of a known agency that begins here. */
function nameAt(text: string, start: number, catalogue: AgencyCatalogue): readonly Place[] {
  const words = [...text.slice(start, start + 80).matchAll(/[\p{L}\p{M}\p{N}.'’-]+/gu)];
  if (words[0]?.index !== 0) return [];
  for (const last of words.slice(0, LONGEST_NAME_WORDS).reverse()) {
    const printed = text.slice(start, start + last.index + last[0].length).replace(/\.$/, '');
    if (soleOwner(printed, catalogue)) return [[start, printed.length]];
  }
  return [];
}

/** A name that is also a word, or that several share, says nothing here. */
function soleOwner(printed: string, catalogue: AgencyCatalogue): Agency | null {
  if (/^\p{Ll}/u.test(printed) || catalogue.isWeak(printed)) return null;
  const owners = catalogue.byAlias(printed);
  return owners.length === 1 ? (owners[0] ?? null) : null;
}
