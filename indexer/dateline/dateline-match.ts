import type { AgencyCatalogue } from '../../config/agencies.ts';
import type { PrintedDate } from '../dates/date-forms.ts';
import type { Slot } from './slot.ts';

/** A stretch of the normalised text, end exclusive. */
export type Stretch = { readonly start: number; readonly end: number };

/** A place with what qualifies it: `Don Benito (Badajoz)`. */
export type PlaceStretch = { readonly name: Stretch; readonly qualifiers: readonly Stretch[] };

/** What stands between the dateline and the news; `glued` is nothing, not even a space. */
export type SeparatorKind = 'dash' | 'colon' | 'stop' | 'none' | 'glued' | 'end';
export type Separator = { readonly kind: SeparatorKind; readonly end: number };

/** A dateline found in normalised text, before its agency and date are settled. */
export type DatelineMatch = {
  /** Name of the production. */
  readonly rule: string;
  readonly start: number;
  /** End of the dateline with its separator, without space behind. */
  readonly end: number;
  readonly places: readonly PlaceStretch[];
  readonly date: PrintedDate | null;
  readonly slot: Slot | null;
  readonly byline: string | null;
};

/** What every reader of the opening needs to know. */
export type ReadingContext = {
  /** The normalised text of one block; only its beginning. */
  readonly text: string;
  readonly language: string | null;
  readonly catalogue: AgencyCatalogue;
};

/** One production: reads a dateline that begins at `at`. */
export type Production = (context: ReadingContext, at: number) => DatelineMatch | null;
