import { printsFamily } from './coreference.ts';
import type { PeopleMatcher } from './matcher.ts';
import { scanKeys } from './scan-keys.ts';
import { scanUnspaced } from './scan-unspaced.ts';
import { scanWords } from './scan-words.ts';
import { toWordText } from './words.ts';

/**
 * Whether a text prints any name of the matchers at all, also of nobody, also as part of a thing's name.
 * Names that two people share are nobody's in one matcher: people who must not hide each other need one each.
 */
export function namesAnybody(
  text: string,
  language: string | null,
  matchers: readonly PeopleMatcher[],
): boolean {
  const input = toWordText(text, language);
  return matchers.some(
    (matcher) =>
      scanWords(input, matcher).length > 0 ||
      scanKeys(input, [], matcher.keys).length > 0 ||
      printsFamily(input, matcher.alone) ||
      scanUnspaced(text, matcher).length > 0,
  );
}
