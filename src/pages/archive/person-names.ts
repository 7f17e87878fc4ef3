import type { PersonFacts } from '../../search/person.ts';
import type { Tally } from '../../search/person-mentions.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/** Scripts that names are printed in, by their Unicode property and the code that `Intl` names. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, 'Latn'],
  [/\p{Script=Hangul}/u, 'Hang'],
  // Katakana and Hiragana before Han: a Japanese name may mix them.
  [/[\p{Script=Katakana}\p{Script=Hiragana}]/u, 'Jpan'],
  [/\p{Script=Han}/u, 'Hani'],
  [/\p{Script=Cyrillic}/u, 'Cyrl'],
  [/\p{Script=Arabic}/u, 'Arab'],
  [/\p{Script=Hebrew}/u, 'Hebr'],
  [/\p{Script=Greek}/u, 'Grek'],
];
/** Any other script: `Intl` calls it "unknown script". */
const OTHER = 'Zzzz';

/** The names of a person script by script: those that were printed with their numbers, then the others. */
export function renderNames({ names, printed }: PersonFacts, context: PageContext): Html | null {
  const { words, formats } = context;
  const isPrinted = new Set(printed.map(({ text }) => text.toLowerCase()));
  const unprinted = names.filter((name) => !isPrinted.has(name.toLowerCase()));
  const scripts = [...SCRIPTS.map(([, code]) => code), OTHER].flatMap((script) => {
    const there = printed.filter(({ text }) => scriptOf(text) === script);
    const others = unprinted.filter((name) => scriptOf(name) === script);
    return there.length + others.length === 0 ? [] : [{ script, there, others }];
  });
  if (scripts.length === 0) return null;
  return html`<dl class="facts">${scripts.map(
    ({ script, there, others }) =>
      html`<dt>${formats.scriptName(script)}</dt><dd>${renderPrinted(there, context)}${others.length > 0 && html`<p class="note">${words.alsoFound}: ${others.map((name, i) => html`${i > 0 && ', '}<bdi>${name}</bdi>`)}</p>`}</dd>`,
  )}</dl>`;
}

function renderPrinted(printed: readonly Tally[], { words }: PageContext): Html | null {
  if (printed.length === 0) return null;
  return html`<ul>${printed.map(({ text, count }) => html`<li><bdi>${text}</bdi> <span class="note">${words.printedTimes(count)}</span></li>`)}</ul>`;
}

/** The script of a name: that of its first letter which decides one. */
export function scriptOf(name: string): string {
  return SCRIPTS.find(([letters]) => letters.test(name))?.[1] ?? OTHER;
}
