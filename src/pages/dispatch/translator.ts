import type { Dispatch } from '../../../indexer/dispatch.ts';

/** Initials and up to six words, each with a capital where the script has them, or a particle between. */
const WORD = String.raw`\p{Lu}(?:\.|[\p{L}'’-]+)`;
const CAPITALIZED = String.raw`${WORD}(?:\s(?:d[aeio]|de[lr]?|van|von|la|${WORD})){0,5}`;
const WITHOUT_CAPITALS = String.raw`[\p{Script=Han}\p{Script=Hangul}·]{2,12}`;

/** How pages say who translated them; what follows is the name. */
const SAID_BY = [
  String.raw`(?:Traduzione|Traducción|Tradução|Traduction)\s+(?:(?:a\s+)?cura\s+di|de|di|por|par)`,
  String.raw`(?:Traduzione|Traducción|Tradução|Traduction|Translation|Übersetzung|Перевод)\s?:`,
  String.raw`(?:Tradotto\s+da|Traducido\s+por|Traduzido\s+por|Traduit\s+par|Translat(?:ed|ion)\s+by|Übersetzt\s+von|Übersetzung\s+von)`,
].join('|');

const IN_ALPHABETS = new RegExp(
  String.raw`(?<!\p{L})(?:${SAID_BY})\s+(?<name>${CAPITALIZED})`,
  'u',
);
const IN_CJK = new RegExp(
  String.raw`(?:翻译|翻譯|译者|譯者|번역)\s?[:：]\s?(?<name>${WITHOUT_CAPITALS})`,
  'u',
);

/** Pages name their translator beside the author, or at one of their ends. */
const EDGE = 200;

/** Who translated the dispatch, as its page prints it; `null` when it does not say. */
export function translatorOf({ byline, text }: Pick<Dispatch, 'byline' | 'text'>): string | null {
  for (const place of [byline ?? '', text.slice(-EDGE), text.slice(0, EDGE)]) {
    const name = (IN_ALPHABETS.exec(place) ?? IN_CJK.exec(place))?.groups?.['name'];
    if (name !== undefined) return name;
  }
  return null;
}
