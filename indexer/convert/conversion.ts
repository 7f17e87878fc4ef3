import type { TraceLine } from '../article/article.ts';
import type { Dispatch } from '../dispatch.ts';
import type { Rejection } from '../rejection.ts';

/** A dispatch before the loader adds what it knows of the page's file and of earlier runs. */
export type ConvertedDispatch = Omit<Dispatch, 'firstIndexedAt' | 'stamp'>;

/** What became of one page. */
export type Conversion =
  | {
      readonly path: string;
      readonly dispatch: ConvertedDispatch;
      readonly trace: readonly TraceLine[];
    }
  | {
      readonly path: string;
      readonly rejection: Rejection;
      readonly trace?: readonly TraceLine[];
    };

/** A page that is given up, with a code and a reason. */
export function reject(
  page: { readonly path: string },
  code: Rejection['code'],
  detail: string,
): Conversion & { rejection: Rejection } {
  return { path: page.path, rejection: { path: page.path, code, detail } };
}

/**
 * Bytes and conversion rules in one: as long as it stays, a page need not be converted again. `rules` is
 * the key of the rules for all pages, and behind it that of the page's site.
 */
export function fingerprintOf(bytesSha256: string, rules: string): string {
  return `${bytesSha256.slice(0, 32)}-${rules}`;
}
