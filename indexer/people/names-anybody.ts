import { aloneMentions } from './coreference.ts';
import type { PeopleMatcher } from './matcher.ts';
import { scanKeys } from './scan-keys.ts';
import { scanUnspaced } from './scan-unspaced.ts';
import { scanWords } from './scan-words.ts';
import { toWordText } from './words.ts';

/** Whether a text prints any name of the matcher at all, also of nobody, also as part of a thing's name. */
export function namesAnybody(
  text: string,
  language: string | null,
  matcher: PeopleMatcher,
): boolean {
  const input = toWordText(text, language);
  return (
    scanWords(input, matcher).length > 0 ||
    scanKeys(input, [], matcher.keys).length > 0 ||
    aloneMentions(input, [], matcher).length > 0 ||
    scanUnspaced(text, matcher).length > 0
  );
}
