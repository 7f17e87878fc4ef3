import type { Citation } from './citation.ts';

/** A file format that reference managers read. */
export interface CitationFormat {
  readonly extension: string;
  readonly name: string;
  readonly type: string;
  write(citation: Citation): string;
}

/**
 * BibLaTeX, RIS and CSL-JSON. Written here and read back by citation-js in the tests, since as a writer
 * it loses what these citations are for (0.8.2): BibLaTeX comes out either in ASCII, without any Chinese,
 * Korean, Arabic or Cyrillic letter, or with `&`, `%`, `#` and `_` unescaped, which TeX refuses; RIS breaks
 * every line after 70 letters, hash and addresses among them, and drops the author and the day of a `NEWS`,
 * and every translator. Its engine for styles of text is not under a permissive licence.
 */
export const CITATION_FORMATS: readonly CitationFormat[] = [
  { extension: 'bib', name: 'BibTeX', type: 'application/x-bibtex', write: toBibTex },
  { extension: 'ris', name: 'RIS', type: 'application/x-research-info-systems', write: toRis },
  {
    extension: 'csl.json',
    name: 'CSL',
    type: 'application/vnd.citationstyles.csl+json',
    write: toCsl,
  },
];

const BIBTEX_SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // A brace counts for the balance of a field even behind a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function toBibTex(citation: Citation): string {
  const fields: readonly (readonly [string, string | null])[] = [
    // Two braces keep an agency's name whole and a headline's capitals as printed.
    ['author', braced(citation.agency)],
    ['title', braced(citation.headline)],
    ['date', citation.sent],
    ['location', bibTexText(citation.place)],
    ['organization', bibTexText(citation.site)],
    ['translator', braced(citation.translator)],
    ['langid', citation.language],
    ['url', citation.permalink],
    ['urldate', citation.accessed],
    ['note', bibTexText(notesOf(citation).join('; '))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@online{dispatch-${citation.id},\n${lines.join('\n')}\n}\n`;
}

function braced(text: string | null): string | null {
  return text === null ? null : `{${bibTexText(text)}}`;
}

function bibTexText(text: string | null): string | null {
  if (text === null) return null;
  return oneLine(text).replace(
    /[\\~^{}#$%&_]/g,
    (letter) => BIBTEX_SPECIAL[letter] ?? `\\${letter}`,
  );
}

function toRis(citation: Citation): string {
  const lines: readonly (readonly [string, string | null])[] = [
    ['TY', 'NEWS'],
    ['AU', citation.agency],
    ['A4', citation.translator],
    ['TI', citation.headline],
    ['DA', citation.sent?.replaceAll('-', '/') ?? null],
    ['PY', citation.sent?.slice(0, 4) ?? null],
    ['CY', citation.place],
    ['T2', citation.site],
    ['LA', citation.language],
    ['UR', citation.permalink],
    ['L2', citation.originalUrl],
    ['Y2', citation.accessed.replaceAll('-', '/')],
    ['PB', citation.agency],
    ['N1', notesOf(citation).join('; ')],
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return `${written.join('\r\n')}\r\nER  - \r\n`;
}

function toCsl(citation: Citation): string {
  const dateParts = (date: string | null) =>
    date ? { 'date-parts': [date.split('-').map(Number)] } : undefined;
  return JSON.stringify(
    [
      {
        id: citation.id,
        type: 'article-newspaper',
        author: citation.agency ? [{ literal: citation.agency }] : undefined,
        translator: citation.translator ? [{ literal: citation.translator }] : undefined,
        publisher: citation.agency ?? undefined,
        title: citation.headline ?? undefined,
        issued: dateParts(citation.sent),
        accessed: dateParts(citation.accessed),
        'publisher-place': citation.place ?? undefined,
        'container-title': citation.site ?? undefined,
        language: citation.language ?? undefined,
        URL: citation.permalink,
        archive_location: citation.archivedUrl,
        note: notesOf(citation).join('; '),
      },
    ],
    null,
    2,
  );
}

/** What no field of these formats is made for. */
function notesOf({ originalUrl, archivedUrl, sha256 }: Citation): readonly string[] {
  const original = originalUrl === null ? [] : [`Original: ${originalUrl}`];
  return [...original, `Archived copy: ${archivedUrl}`, `SHA-256 ${sha256}`];
}

// A line break in a headline would begin a new field.
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
