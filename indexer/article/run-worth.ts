import { isFinePrint } from './fine-print.ts';
import type { TextRun } from './text-runs.ts';

/** What a run says for and against being text of an article, in characters of Latin text. */
export type Worth = { readonly good: number; readonly junk: number };

/** One run can't decide alone: beyond this, length adds nothing. */
const MAX_RUN = 1_500;
const SHORT = 45;

const SENTENCE_END = /[.!?…。！？؟।։]["'”’»」』)\]]*\s*(?:-0-|###)?$/u;
const PAUSES = /[,،，、;:؛]/gu;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Length of a text as if it were Latin: a Chinese character says as much as two and a half letters. */
export function sizeOf(text: string): number {
  if (text.length > 20_000) return text.length;
  const wide = /[\u1100-\uffff]/.test(text) ? (text.match(WIDE)?.length ?? 0) : 0;
  return text.length + 1.5 * wide;
}

export function endsLikeSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-12));
}

export function linkShare(run: TextRun): number {
  return run.linked === 0 || run.text.length === 0
    ? 0
    : Math.min(1, run.linked / run.text.replace(/\s/g, '').length);
}

export function runWorth(run: TextRun): Worth {
  const size = Math.min(sizeOf(run.text), MAX_RUN);
  const links = linkShare(run);
  if (run.kind === 'heading') return { good: 0, junk: links > 0.5 ? Math.min(size, 80) : 0 };
  if (links > 0.5) return { good: 0, junk: Math.min(size, 120) };
  if (isFinePrint(run.text)) return { good: 0, junk: Math.min(size, 200) };
  const isSentence = endsLikeSentence(run.text);
  if (size < SHORT && !isSentence) return { good: 0, junk: size * 0.5 };
  const pauses = Math.min(run.text.slice(0, MAX_RUN).match(PAUSES)?.length ?? 0, 12);
  const plain = size * (1 - links) * (isSentence || size > 120 ? 1 : 0.5);
  return { good: plain + pauses * 6, junk: 0 };
}
