import { Element, type ParentNode } from 'domhandler';
import { runWorth } from './run-worth.ts';
import { readRuns, type TextRun } from './text-runs.ts';
import type { Dropped } from './tree.ts';

/** Which runs stand in an element: from `from` up to but not including `to`. */
export type Interval = { readonly from: number; readonly to: number };

/** The page as a list of runs, and for each element which of them are its own. */
export type PageOutline = {
  readonly runs: readonly TextRun[];
  readonly intervals: ReadonlyMap<ParentNode, Interval>;
  /** Sum of what speaks for text proper (`good`) and against it (`junk`) before each run. */
  readonly good: Float64Array;
  readonly junk: Float64Array;
};

/** Optional second opinion on each run: a factor on its worth. */
export type Weigh = (run: TextRun, index: number) => number;

export function outlineOf(root: ParentNode, dropped: Dropped, weigh: Weigh = () => 1): PageOutline {
  const runs = readRuns(root, dropped);
  const good = new Float64Array(runs.length + 1);
  const junk = new Float64Array(runs.length + 1);
  runs.forEach((run, index) => {
    const worth = runWorth(run);
    const factor = weigh(run, index);
    good[index + 1] = (good[index] ?? 0) + worth.good * factor;
    junk[index + 1] = (junk[index] ?? 0) + worth.junk;
  });
  return { runs, intervals: intervalsOf(runs), good, junk };
}

export function goodIn(outline: PageOutline, element: ParentNode): number {
  return sumIn(outline.good, outline.intervals.get(element));
}

export function junkIn(outline: PageOutline, element: ParentNode): number {
  return sumIn(outline.junk, outline.intervals.get(element));
}

function sumIn(sums: Float64Array, interval: Interval | undefined): number {
  return interval ? (sums[interval.to] ?? 0) - (sums[interval.from] ?? 0) : 0;
}

/** Each element is touched once from the front and once from the back: linear in runs and elements. */
function intervalsOf(runs: readonly TextRun[]): Map<ParentNode, Interval> {
  const first = new Map<ParentNode, number>();
  runs.forEach((run, index) => {
    for (let at: ParentNode | null = run.element; at && !first.has(at); at = parentOf(at)) {
      first.set(at, index);
    }
  });
  const intervals = new Map<ParentNode, Interval>();
  for (let index = runs.length - 1; index >= 0; index--) {
    let at: ParentNode | null = runs[index]?.element ?? null;
    while (at && !intervals.has(at)) {
      intervals.set(at, { from: first.get(at) ?? index, to: index + 1 });
      at = parentOf(at);
    }
  }
  return intervals;
}

function parentOf(node: ParentNode): ParentNode | null {
  return node instanceof Element ? node.parent : null;
}
