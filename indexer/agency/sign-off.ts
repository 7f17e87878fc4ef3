import type { Agency, AgencyCatalogue } from '../../config/agencies.ts';
import type { TextBlock } from '../article/article.ts';
import type { Evidence } from '../dispatch.ts';

/** An agency that signs at the end of the text. */
export type SignOff = { readonly owners: readonly Agency[]; readonly evidence: Evidence };

const LAST_BLOCKS = 4;
const LONGEST_TAIL = 120;

type Form = { readonly rule: string; readonly pattern: RegExp };

/** How agencies sign: the name is the first group. */
const FORMS: readonly Form[] = [
  { rule: 'sign-off:slashes', pattern: /^\/([\p{L}\d .-]{2,30})\/$/u },
  { rule: 'sign-off:line', pattern: /^[([（【]\s?([^()[\]（）【】]{2,60}?)\s?[)\]）】]\.?$/u },
  {
    rule: 'sign-off:copyright',
    pattern: /^(?:©|\(c\)|copyright)\s?(?:copyright\s|\d{4}\s)*([\p{L}\d .-]{2,40}?)\.?$/iu,
  },
  { rule: 'sign-off:brackets', pattern: /[.!?»”"’。…]\s?[(（]([^()（）]{2,60})[)）]\.?$/u },
  {
    rule: 'sign-off:author',
    pattern: /^[\p{L}\p{M}\s.,&/-]{3,60}\s[(（]([\p{L}\d+/ -]{2,30})[)）]$/u,
  },
  { rule: 'sign-off:dash', pattern: /(?:^|[.!?»”"’]\s)[—–]{1,2}\s?([\p{L}\d .-]{2,30}?)\.?$/u },
  {
    rule: 'sign-off:signature',
    pattern: /(?:^|[.!?»”"’]\s)([\p{Lu}\d-]{3,20})\/\([^()]{3,90}\)?$/u,
  },
  { rule: 'sign-off:line-end', pattern: /^\/{2,3}\s?([\p{L}\d]{2,20})\s?\/\//u },
];

/** Words with which one agency alone ends its dispatches. */
const END_WORDS: readonly (readonly [RegExp, string])[] = [[/(?:^|[\s.])Enditem\.?$/, 'xinhua']];

/** Who signs at the end of the text; `null` when nobody we know does. A photo credit is nobody's. */
export function readSignOff(
  blocks: readonly TextBlock[],
  catalogue: AgencyCatalogue,
): SignOff | null {
  for (const block of blocks.slice(-LAST_BLOCKS).reverse()) {
    const found = signOffOf(block, catalogue);
    if (found) return found;
  }
  return null;
}

const PHOTO =
  /\b(?:photos?|fotos?|foto di|bild|image|immagine|getty|fotó|사진|圖|图|写真)\b|Foto:|Фото/iu;

function signOffOf(block: TextBlock, catalogue: AgencyCatalogue): SignOff | null {
  const trimmed = block.text.trimEnd();
  const cut = Math.max(0, trimmed.length - LONGEST_TAIL);
  const tail = trimmed.slice(Math.max(cut, trimmed.lastIndexOf('\n') + 1)).trimStart();
  if (PHOTO.test(tail)) return null;
  const wholeLine = tail.length < LONGEST_TAIL;
  const evidenceOf = (rule: string, printed: string): Evidence => {
    const start = block.start + block.text.lastIndexOf(printed);
    return { rule, printed, span: [start, start + printed.length], confidence: 'medium' };
  };
  for (const [pattern, id] of END_WORDS) {
    const agency = catalogue.byId(id);
    if (agency && pattern.test(tail)) {
      return { owners: [agency], evidence: evidenceOf('sign-off:end-word', 'Enditem') };
    }
  }
  for (const { rule, pattern } of FORMS) {
    if (pattern.source.startsWith('^') && !wholeLine) continue;
    const name = pattern.exec(tail)?.[1]?.trim();
    const owners = name ? signatories(name, catalogue) : [];
    if (name && owners.length > 0) return { owners, evidence: evidenceOf(rule, name) };
  }
  return null;
}

/** "TTXVN/Vietnam+", "APA/dpa": the first name signs. */
function signatories(name: string, catalogue: AgencyCatalogue): readonly Agency[] {
  const whole = catalogue.byAlias(name);
  const owners = whole.length > 0 ? whole : catalogue.byAlias(name.split(/[/,]/)[0] ?? '');
  return catalogue.isWeak(name) ? [] : owners;
}
