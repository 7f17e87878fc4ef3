import { en, type Words } from './en.ts';
import { it } from './it.ts';

/** The languages of the interface; the first is the one for readers of all others. */
export const INTERFACES: readonly Words[] = [en, it];

/** The words for `?ui=…` when it names a language we have, else for the best of `Accept-Language`. */
export function chooseWords(ui: string | null, acceptLanguage: string): Words {
  const asked = INTERFACES.find((words) => words.language === ui);
  return asked ?? wordsFor(acceptLanguage);
}

function wordsFor(acceptLanguage: string): Words {
  const wanted = acceptLanguage
    .split(',')
    .map(readWish)
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const found = INTERFACES.find((words) => words.language === language);
    if (found) return found;
  }
  return en;
}

/** One wish of `Accept-Language` ("it-CH;q=0.8"): its primary language and how much it is wanted. */
function readWish(wish: string): { readonly language: string; readonly quality: number } {
  const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
  const q = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
  return { language: tag.split('-')[0] ?? '', quality: q === undefined ? 1 : Number(q) };
}
