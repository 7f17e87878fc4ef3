import type { Dispatch } from '../dispatch.ts';
import type { Sketch } from './sketch.ts';

/** A dispatch, seen as a possible relative of others. */
export type FamilyMember = {
  readonly id: string;
  readonly language: string | null;
  readonly agency: string | null;
  /** Whether its language is the one in which its agency writes first. */
  readonly isHome: boolean;
  /** Day of the dateline, complete; `null` when it is not known to the day. */
  readonly sentOn: string | null;
  /** Day on which the page appeared, else its date; tells which came first. */
  readonly appearedOn: string | null;
  readonly people: readonly string[];
  /** Own address and cited sources, in one spelling; addresses of whole sites are left out. */
  readonly ownUrl: string | null;
  readonly citedUrls: readonly string[];
  readonly sketch: Sketch;
  readonly figures: readonly string[];
  readonly words: number;
  /** What an earlier run said. */
  readonly family: string | null;
  readonly relation: Dispatch['relation'];
};

/** Two dispatches, by their places in the list that is looked at. */
export type Pair = readonly [number, number];
