/** One labelled set scored: a table for people, figures for floors, and every miss. */
export type SetScore = {
  readonly lines: number;
  readonly rows: readonly ScoreRow[];
  /** What was expected and what was found, one text per miss. */
  readonly misses: readonly string[];
};

/** One line of the table: a group of lines (`all`, or a language) and its figures, 0 to 1. */
export type ScoreRow = {
  readonly group: string;
  readonly lines: number;
  /** `null` where the group has nothing to measure. */
  readonly figures: Readonly<Record<string, number | null>>;
};

/** A kind of labelled set: how its lines look and how they are scored. */
export type SetKind = {
  /** Its name, and the key of its floors in `tests/quality.json`. */
  readonly name: string;
  /** Whether a line of a file belongs to such a set. */
  readonly knows: (line: Readonly<Record<string, unknown>>) => boolean;
  readonly score: (lines: readonly unknown[]) => SetScore;
  /** The set of this kind that lives in the project: a file of lines, or what gathers them. */
  readonly own: URL | (() => readonly Readonly<Record<string, unknown>>[]);
};
