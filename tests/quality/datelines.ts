import {
  type ExpectedDateline,
  type FoundDateline,
  type LabelledLine,
  readLine,
} from './dateline-lines.ts';
import type { ScoreRow, SetKind, SetScore } from './set-kind.ts';

/** Labelled opening lines: one line of text each, and what its dateline says. */
export const datelines: SetKind = {
  name: 'datelines',
  knows: ({ text, expected }) => {
    return typeof text === 'string' && Object.hasOwn(Object(expected), 'hasDateline');
  },
  score: (lines) => scoreLines(lines as readonly LabelledLine[]),
  own: new URL('../dateline/openings.jsonl', import.meta.url),
};

type Read = { readonly line: LabelledLine; readonly found: FoundDateline };

function scoreLines(lines: readonly LabelledLine[]): SetScore {
  const read = lines.map((line) => ({ line, found: readLine(line) }));
  const groups = [...new Set(lines.map(({ lang }) => lang))].map((group) =>
    rowOf(
      group,
      read.filter(({ line }) => line.lang === group),
    ),
  );
  groups.sort((a, b) => b.lines - a.lines);
  const misses = read.flatMap(missOf);
  return { lines: lines.length, rows: [rowOf('all', read), ...groups], misses };
}

/** Two spellings count as one when they differ in case, accents, full stops or spaces only. */
function plain(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/[.\s]+/g, ' ').trim();
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one.map(plain)), new Set(other.map(plain))];
  return a.size === b.size && [...a].every((name) => b.has(name));
}

function sameDate(one: ExpectedDateline | FoundDateline, other: FoundDateline): boolean {
  return one.day === other.day && one.month === other.month && one.year === other.year;
}

type Check = (expected: ExpectedDateline, found: FoundDateline) => boolean;

/** A line is right when all of these are; the first three are also figures of their own. */
const CHECKS: Readonly<Record<string, Check>> = {
  agencies: (expected, found) => sameSet(expected.agencies, found.agencies),
  places: (expected, found) => sameSet(expected.places, found.places),
  date: (expected, found) => sameDate(expected, found),
  hasDateline: (expected, found) => expected.hasDateline === found.hasDateline,
};

/** Measured where a line is labelled with them; they do not decide whether a line is right. */
const FURTHER_CHECKS: Readonly<Record<string, Check>> = {
  qualifiers: ({ qualifiers }, found) => !qualifiers || sameSet(qualifiers, found.qualifiers),
  credit: ({ credit }, found) => !credit || plain(credit) === plain(found.credit ?? ''),
  byline: ({ byline }, found) => !byline || plain(byline) === plain(found.byline ?? ''),
  resolvedDate: ({ resolvedDate }, found) => !resolvedDate || resolvedDate === found.resolvedDate,
};

function isRight({ line, found }: Read): boolean {
  return Object.values(CHECKS).every((check) => check(line.expected, found));
}

function rowOf(group: string, read: readonly Read[]): ScoreRow {
  const among = (subset: readonly Read[], right: (one: Read) => boolean) =>
    subset.length === 0 ? null : subset.filter(right).length / subset.length;
  const passes = (check: Check) => (one: Read) => check(one.line.expected, one.found);
  const positives = read.filter(({ line }) => line.expected.hasDateline);
  const detected = read.filter(({ found }) => found.hasDateline);
  const further = Object.entries(FURTHER_CHECKS).map(([field, check]) => {
    const labelled = read.filter(({ line }) => Object.hasOwn(line.expected, field));
    return [field, among(labelled, passes(check))];
  });
  return {
    group,
    lines: read.length,
    figures: {
      allFields: among(read, isRight),
      detectPrecision: among(detected, ({ line }) => line.expected.hasDateline),
      detectRecall: among(positives, ({ found }) => found.hasDateline),
      ...agencyFigures(read),
      places: among(
        read.filter(({ line }) => line.expected.places.length > 0),
        passes(CHECKS['places'] as Check),
      ),
      dates: among(
        read.filter(({ line }) => line.expected.day),
        passes(CHECKS['date'] as Check),
      ),
      negativesClean: among(
        read.filter(({ line }) => !line.expected.hasDateline),
        isRight,
      ),
      ...Object.fromEntries(further),
    },
  };
}

function agencyFigures(read: readonly Read[]): Record<string, number | null> {
  let [right, found, expected] = [0, 0, 0];
  for (const { line, found: reading } of read) {
    const wanted = new Set(line.expected.agencies);
    const named = new Set(reading.agencies);
    right += [...named].filter((agency) => wanted.has(agency)).length;
    found += named.size;
    expected += wanted.size;
  }
  return {
    agencyPrecision: found === 0 ? null : right / found,
    agencyRecall: expected === 0 ? null : right / expected,
  };
}

function missOf({ line, found }: Read): readonly string[] {
  const { expected } = line;
  const wrong = Object.entries({ ...CHECKS, ...FURTHER_CHECKS }).filter(
    ([, check]) => !check(expected, found),
  );
  if (wrong.length === 0) return [];
  const fields = wrong.map(([field]) => field).join(', ');
  return [
    `${line.id} (${line.lang}) ${fields}\n    text      ${line.text.slice(0, 100)}\n    expected  ${said(expected)}\n    found     ${said(found)}`,
  ];
}

function said(dateline: ExpectedDateline | FoundDateline): string {
  if (!dateline.hasDateline) return 'no dateline';
  const { agencies, places, qualifiers, day, month, year } = dateline;
  const date = [day, month, year].map((part) => part ?? '-').join('.');
  const more = [dateline.credit, dateline.byline, dateline.resolvedDate].filter(Boolean);
  const where = [...places, ...(qualifiers ?? [])].join(', ');
  return [agencies.join('+') || 'no agency', where || 'no place', date, ...more].join(' | ');
}
