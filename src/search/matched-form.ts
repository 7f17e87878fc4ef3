import { fold } from './terms.ts';

/** Somebody or something with several names. */
export type Named = { readonly label: string; readonly names: readonly string[] };

/**
 * The name by which somebody is found when this is typed: each typed word begins a word of it, in any case
 * and without accents. The label comes first, then the names in order; `null` when none fits.
 */
export function matchedForm({ label, names }: Named, typed: string): string | null {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const fits = (name: string) => wanted.every((word) => startsAWord(fold(name), word));
  return [label, ...names].find(fits) ?? null;
}

/** In scripts without spaces a name may be typed from any of its characters on. */
function startsAWord(folded: string, typed: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(typed)) return folded.includes(typed);
  return (
    folded.startsWith(typed) || new RegExp(`[^\\p{L}\\p{N}]${escaped(typed)}`, 'u').test(folded)
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
