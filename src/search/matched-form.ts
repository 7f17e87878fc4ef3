import { fold } from './terms.ts';

/** Somebody or something with several names. */
export type Named = { readonly label: string; readonly names: readonly string[] };

/**
 * The name by which somebody is found when this is typed: each typed word begins a word of it, in any case
 * and without accents. The label comes first, then the names in order; `null` when none fits.
 */
export function matchedForm({ label, names }: Named, typed: string): string | null {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const fits = (name: string) => {
    const folded = fold(name);
    return wanted.every((word) => startsAWord(folded, word));
  };
  return fits(label) ? label : (names.find(fits) ?? null);
}

/** In scripts without spaces a name may be typed from any of its characters on. */
function startsAWord(folded: string, typed: string): boolean {
  const anywhere = /[\p{Script=Han}\p{Script=Hangul}]/u.test(typed);
  for (let at = folded.indexOf(typed); at >= 0; at = folded.indexOf(typed, at + 1)) {
    if (anywhere || at === 0 || !/[\p{L}\p{N}]$/u.test(folded.slice(Math.max(0, at - 2), at)))
      return true;
  }
  return false;
}
