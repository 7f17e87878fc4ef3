import { readdirSync } from 'node:fs';
import { isSameTag, nearestLanguage } from '../browser/language.ts';
import { en, type Words } from './en.ts';

/** A language is one file, named by its tag: `it.ts`, `pt-br.ts`. */
const LANGUAGE_FILE = /^[a-z]{2,3}(-[a-z]+)?\.[jt]s$/;

/** The languages of the interface; the first is the one for readers of all others. */
export const INTERFACES: readonly Words[] = await readInterfaces(new URL('.', import.meta.url));

/**
 * Reads the languages of a folder, English first. A file exports one object with the same keys as
 * `en`; throws when one is missing, because half a translation shows readers holes.
 */
export async function readInterfaces(folder: URL): Promise<readonly Words[]> {
  const files = readdirSync(folder).filter((name) => LANGUAGE_FILE.test(name));
  const read = await Promise.all(
    files.sort().map(async (name) => {
      const [words] = Object.values((await import(new URL(name, folder).href)) as Exported);
      const missing = Object.keys(en).filter((key) => words === undefined || !(key in words));
      if (words === undefined || missing.length > 0) {
        throw new Error(`words/${name} lacks ${missing.join(', ')}`);
      }
      return words;
    }),
  );
  const others = read.filter(({ language }) => language !== en.language);
  return [en, ...others];
}

type Exported = Readonly<Record<string, Words | undefined>>;

/** The words for `?ui=…` when it names a language we have, else for the best of `Accept-Language`. */
export function chooseWords(
  ui: string | null,
  acceptLanguage: string,
  interfaces: readonly Words[] = INTERFACES,
): Words {
  const asked = interfaces.find(({ language }) => isSameTag(language, ui ?? ''));
  return asked ?? wordsFor(acceptLanguage, interfaces);
}

function wordsFor(acceptLanguage: string, interfaces: readonly Words[]): Words {
  const known = interfaces.map(({ language }) => language);
  const wanted = acceptLanguage
    .split(',')
    .map(readWish)
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const wish of wanted) {
    const found = nearestLanguage(wish.language, known);
    if (found) return interfaces[known.indexOf(found)] ?? en;
  }
  return en;
}

/** One wish of `Accept-Language` ("it-CH;q=0.8"): its tag and how much it is wanted. */
function readWish(wish: string): { readonly language: string; readonly quality: number } {
  const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
  const q = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
  return { language: tag, quality: q === undefined ? 1 : Number(q) };
}
