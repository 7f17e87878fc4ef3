import type { Agency, AgencyCatalogue } from '../../config/agencies.ts';
import { type PrintedDate, readDateAt } from '../dates/date-forms.ts';
import type { ReadingContext, Stretch } from './dateline-match.ts';

/** What stands where the agency stands: `(Reuters)`, `/ТАСС/`, `LaPresse/AFP`, `KXAN`. */
export type Slot = Stretch & {
  /** Without its brackets. */
  readonly printed: string;
  /** One entry per agency named, each with everyone who signs so. */
  readonly agencies: readonly (readonly Agency[])[];
  /** The part that names nobody we know. */
  readonly credit: string | null;
  /** A date inside the brackets. */
  readonly date: PrintedDate | null;
  /** The correspondent named beside the agency: "Корр. ТАСС Иван Петров". */
  readonly author: string | null;
  /** Every agency named is one whose letters are also a word. */
  readonly weak: boolean;
  readonly bracketed: boolean;
};

/** Longest slot, from bracket to bracket. */
const LONGEST_SLOT = 80;
const BRACKETS: Readonly<Record<string, string>> = {
  '(': ')',
  '<': '>',
  '[': ']',
  '/': '/',
  '【': '】',
};

/** The credit of a picture is nobody's dateline. */
const PICTURE =
  /(?<!\p{L})(?:photos?|foto|file|archivfoto|handout|pool|via|사진|자료|写真|图)(?!\p{L})/iu;

/** Reads a slot in brackets or slashes; `null` when no bracket opens, or none closes nearby. */
export function readBracketSlot(context: ReadingContext, at: number): Slot | null {
  const { text } = context;
  const closer = BRACKETS[text.charAt(at)];
  if (!closer) return null;
  const close = text.indexOf(closer, at + 1);
  if (close < 0 || close - at > LONGEST_SLOT) return null;
  const inside = text.slice(at + 1, close);
  if (/[([<【\n]/.test(inside) || inside.trim() === '' || PICTURE.test(inside)) return null;
  return { ...readSlotText(context, inside), start: at, end: close + 1, bracketed: true };
}

const DAMAGED = /[([lI1|{]\s?(\p{L}[\p{L}. -]{1,14}?)\s?[)\]jJlI1};:](?=[\s.,—–-])/uy;

/**
 * "lDNB)", "(Havas.j": the scanner took a bracket for a letter. Only behind a date, and only for an
 * agency we know.
 */
export function readDamagedSlot(context: ReadingContext, at: number): Slot | null {
  DAMAGED.lastIndex = at;
  const [all, inside] = DAMAGED.exec(context.text) ?? [];
  if (!all || !inside || context.catalogue.byAlias(inside).length === 0) return null;
  return { ...readSlotText(context, inside), start: at, end: at + all.length, bracketed: true };
}

type SlotText = Omit<Slot, 'start' | 'end' | 'bracketed'>;

/** Splits what was printed into agencies, credit and date. */
function readSlotText(context: ReadingContext, inside: string): SlotText {
  const { sources, date } = takeDate(context, inside);
  const printed = sources.trim();
  if (printed === '')
    return { printed, agencies: [], credit: null, author: null, date, weak: false };
  return { ...namesIn(printed, context.catalogue), printed, date };
}

const DATE_PART = /(?:^|\s?[-–,]\s|\s)(?=[\p{L}\d])/gu;

/** "UrduPoint News / Sputnik - 29th April, 2020", "TTXVN 4/9": the date must reach the bracket. */
function takeDate(
  { language }: ReadingContext,
  inside: string,
): { sources: string; date: PrintedDate | null } {
  if (!/\d/.test(inside)) return { sources: inside, date: null };
  for (const boundary of inside.matchAll(DATE_PART)) {
    const start = boundary.index + boundary[0].length;
    const date = readDateAt(inside, start, { language, yearless: true });
    if (date && inside.slice(date.end).trim() === '') {
      return { sources: inside.slice(0, boundary.index), date };
    }
  }
  return { sources: inside, date: null };
}

type Names = Pick<Slot, 'agencies' | 'credit' | 'author' | 'weak'>;

/** Words before the agency's name: "Корр. БЕЛТА", "Von dpa". */
const CORRESPONDENT = /^(?:корр\.?|corr\.?|спец\.?\s?корр\.?|from|von|från|by)\s/iu;
/** Words that make a service of an agency: "Reuters Health", "Antara News". */
const SERVICE =
  /^(?:news|agency|news agency|health|sports?|online|television|tv|business|life!?|international|verde|agro|service|newswires?|english|infografik|salute|breakingviews)\.?$/iu;

/** Who is named in a slot's words. A name counts whole or not at all: nothing is guessed. */
function namesIn(printed: string, catalogue: AgencyCatalogue): Names {
  const bare = printed.replace(CORRESPONDENT, '').replace(/^[«»"“”\s.]+|[«»"“”\s.,;]+$/g, '');
  const whole = signatory(bare, catalogue);
  if (whole.length > 0) {
    return { agencies: [whole], credit: null, author: null, weak: catalogue.isWeak(bare) };
  }
  const quoted = /[«"“]([^»"”]+)[»"”]/.exec(printed)?.[1];
  const inQuotes = quoted ? signatory(quoted, catalogue) : [];
  if (inQuotes.length > 0) {
    return { agencies: [inQuotes], credit: null, author: null, weak: false };
  }
  if (CORRESPONDENT.test(printed)) {
    const [name = '', ...author] = bare.split(' ');
    const owners = catalogue.byAlias(name);
    if (owners.length > 0 && author.length > 0) {
      return { agencies: [owners], credit: null, author: author.join(' '), weak: false };
    }
  }
  const several = severalNames(bare, catalogue);
  return several.credit === bare ? { ...several, credit: printed } : several;
}

function signatory(name: string, catalogue: AgencyCatalogue): readonly Agency[] {
  const owners = catalogue.byAlias(name);
  if (owners.length > 0) return owners;
  const [first, ...rest] = name.split(/\s/);
  const isService = rest.length > 0 && SERVICE.test(rest.join(' '));
  return isService && first && !catalogue.isWeak(first) ? catalogue.byAlias(first) : [];
}

const JOINTS = [/\s?[/,;+]\s?|\s(?:&|e|y|and|und|et|en|i|и|و)\s|[-–—=・]/u, /\s/u] as const;

/** "LaPresse/AFP", "ATS-AFP", "ats afp": the agencies of the parts; the parts that are none are the credit. */
function severalNames(printed: string, catalogue: AgencyCatalogue): Names {
  for (const joint of JOINTS) {
    const parts = printed.split(joint).filter((part) => part.trim() !== '');
    const owners = parts.map((part) => signatory(part, catalogue));
    const known = owners.filter((one) => one.length > 0);
    if (known.length === 0 || (joint === JOINTS[1] && known.length < parts.length)) continue;
    const strangers = parts.filter((_, index) => owners[index]?.length === 0);
    // "dpa/lno" and "KNA/iz" name a desk of the agency before the slash.
    const desk = (owners[0]?.length ?? 0) > 0;
    const weak = parts.every((part, i) => !owners[i]?.length || catalogue.isWeak(part));
    return {
      agencies: known,
      credit: desk ? null : strangers.join(' / ') || null,
      author: null,
      weak,
    };
  }
  return { agencies: [], credit: printed, author: null, weak: false };
}

const NAKED_WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’+]*/uy;
const OUTLET =
  /^[\p{L}\d-]+(?:\.[a-z\d-]+)*\.(?:com?|net|org|info|tv|ru|it|de|es|fr|cr|ua|by|kz|id|my|vn|ch|at|uk|br|mx|ar|cl|pe|hu|pl|cz|rs|hr|gr|tr|ir)$/iu;
const MOST_WORDS = 5;

/** Reads an agency's name that stands without brackets, the longest that fits; or an outlet's domain. */
export function readNakedSlot({ text, catalogue }: ReadingContext, at: number): Slot | null {
  for (const wordEnd of wordEnds(text, at).reverse()) {
    const printed = text.slice(at, wordEnd).replace(/\.$/, '');
    const agencies = catalogue.byAlias(printed);
    const end = at + printed.length;
    const base = { start: at, end, printed, author: null, date: null, bracketed: false };
    if (agencies.length > 0) {
      return { ...base, agencies: [agencies], credit: null, weak: catalogue.isWeak(printed) };
    }
    if (OUTLET.test(printed)) return { ...base, agencies: [], credit: printed, weak: false };
  }
  return null;
}

function wordEnds(text: string, at: number): number[] {
  const ends: number[] = [];
  let from = at;
  while (ends.length < MOST_WORDS) {
    NAKED_WORD.lastIndex = from;
    const word = NAKED_WORD.exec(text)?.[0];
    if (!word) break;
    ends.push(from + word.length);
    const next = from + word.length;
    if (!/[ \-–]/.test(text.charAt(next))) break;
    from = next + 1;
  }
  return ends;
}
