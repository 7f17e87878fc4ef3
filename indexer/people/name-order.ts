import { keysOfLatin } from './korean.ts';
import { surnamesOf } from './korean-surnames.ts';
import { nameWords } from './name-forms.ts';

/** Whether a Latin name reads as a Korean surname followed by one or two Korean syllables: Kim Tok Hun. */
export function isFamilyFirst(name: string): boolean {
  const [surname = '', ...given] = nameWords(name);
  if (given.length < 1 || given.length > 2 || surnamesOf(surname).length === 0) return false;
  return keysOfLatin(surname, given, given.length === 2).length > 0;
}
