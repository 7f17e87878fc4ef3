import { languageOf } from '../../indexer/article/language.ts';
import type { ScoreRow, SetKind, SetScore } from './set-kind.ts';

/** A short text, and the language it is written in. */
type LanguageLine = { readonly language: string; readonly text: string };

/** Languages of which much chrome is, whatever the text. */
const CHROME = ['en', 'it', 'ru'];

/** Short texts of 3 to 15 words: their language with nothing declared, and under chrome of another language. */
export const languages: SetKind = {
  name: 'languages',
  knows: ({ language, text }) => typeof language === 'string' && typeof text === 'string',
  score: (lines) => scoreLines(lines as readonly LanguageLine[]),
  own: new URL('../article/languages.jsonl', import.meta.url),
};

function scoreLines(lines: readonly LanguageLine[]): SetScore {
  const groups = [...new Set(lines.map(({ language }) => language))].sort();
  const rows = groups.map((group) =>
    rowOf(
      group,
      lines.filter(({ language }) => language === group),
    ),
  );
  const misses = lines.flatMap(({ language, text }) => {
    const found = languageOf(text, null)?.value;
    return found === language ? [] : [`${language} taken for ${found ?? 'nothing'}: ${text}`];
  });
  return { lines: lines.length, rows: [rowOf('all', lines), ...rows], misses };
}

function rowOf(group: string, lines: readonly LanguageLine[]): ScoreRow {
  const under = (declared: readonly (string | null)[]) =>
    lines.flatMap(({ language, text }) =>
      declared
        .filter((claim) => claim !== language)
        .map((claim) => languageOf(text, claim)?.value === language),
    );
  return {
    group,
    lines: lines.length,
    figures: { alone: share(under([null])), underOtherChrome: share(under(CHROME)) },
  };
}

function share(right: readonly boolean[]): number | null {
  return right.length === 0 ? null : right.filter(Boolean).length / right.length;
}
