import { decodeBytes, knownCharset } from './charset-names.ts';
import { wellFormedness } from './charset-plausibility.ts';
import { textualSample } from './charset-sample.ts';
import { declaredCharset } from './declared-charset.ts';
import { detectCharset } from './detect-charset.ts';
import { isAscii, isMostlyUtf8, isStrictUtf8, looksLikeUtf16 } from './unicode-bytes.ts';

/** A page's bytes as text, and how we know the character set. */
export type DecodedPage = {
  readonly html: string;
  /** WHATWG name in small letters, or IANA's where WHATWG has none. */
  readonly charset: string;
  readonly rule: 'bom' | 'utf-8' | 'declared' | 'http' | 'detected' | 'fallback';
  /** Characters that no byte of the page explains, shown as U+FFFD. */
  readonly brokenCharacters: number;
};

const BYTE_ORDER_MARKS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** Sets a page may have been labelled with by default, whatever it was written in. */
const DEFAULT_LABELS = new Set(['windows-1252', 'iso-8859-1', 'us-ascii']);

/**
 * Reads a page's bytes: byte order mark; bytes that are UTF-8 whatever is declared; the declaration of
 * the stored HTTP header, then the page's own; else detection from the text.
 */
export function decodePage(bytes: Uint8Array, httpCharset: string | null): DecodedPage {
  const mark = BYTE_ORDER_MARKS.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (mark) return decoded(bytes.subarray(mark[0].length), mark[1], 'bom');
  const wide = looksLikeUtf16(bytes);
  if (wide) return decoded(bytes, wide, 'detected');
  if (isStrictUtf8(bytes)) return decoded(bytes, 'utf-8', 'utf-8');
  const declared = [
    [knownCharset(httpCharset), 'http'],
    [knownCharset(declaredCharset(bytes)), 'declared'],
  ] as const;
  for (const [charset, rule] of declared) {
    if (charset && isBelievable(bytes, charset)) return decoded(bytes, charset, rule);
  }
  if (isAscii(bytes) && !bytes.includes(0x1b)) return decoded(bytes, 'utf-8', 'fallback');
  const saysUtf8 = declared.some(([charset]) => charset === 'utf-8');
  if (isMostlyUtf8(bytes, saysUtf8)) return decoded(bytes, 'utf-8', 'utf-8');
  const detected = detectCharset(bytes);
  if (detected) return decoded(bytes, detected, 'detected');
  const claimed = declared.find(([charset]) => charset && !charset.startsWith('utf-16'));
  if (claimed?.[0]) return decoded(bytes, claimed[0], claimed[1]);
  return decoded(bytes, 'windows-1252', 'fallback');
}

/** Whether a page can be in the set it is labelled with: hardly anything broken, and words where words stand. */
function isBelievable(bytes: Uint8Array, charset: string): boolean {
  if (charset.startsWith('utf-16') || charset === 'utf-8')
    return charset === 'utf-8' && isAscii(bytes);
  const sample = textualSample(bytes);
  if (sample.length === 0) return true;
  const text = decodeBytes(sample, charset);
  const broken = text.match(/[\ufffd\u0080-\u009f]/g)?.length ?? 0;
  const above = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (broken > Math.max(1, above * 0.02)) return false;
  return !DEFAULT_LABELS.has(charset) || isLatinText(text, above);
}

/** In Latin writing, letters above ASCII are few and stand well; else the label is only a default. */
function isLatinText(text: string, above: number): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return above < Math.max(8, letters * 0.4) && wellFormedness(text) > 0;
}

function decoded(bytes: Uint8Array, charset: string, rule: DecodedPage['rule']): DecodedPage {
  const html = decodeBytes(bytes, charset);
  const brokenCharacters = html.includes('\ufffd') ? html.split('\ufffd').length - 1 : 0;
  return { html, charset, rule, brokenCharacters };
}
