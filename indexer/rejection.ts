/** Why a page did not become a dispatch. Codes are part of the report: add, never rename. */
export type RejectionCode =
  | 'empty'
  | 'not-html'
  | 'no-text'
  | 'too-large'
  | 'too-slow'
  | 'lost-text'
  | 'unreadable'
  | 'failed';

/** A page that could not be converted, as a value: it is listed in the report, nothing is lost. */
export type Rejection = {
  readonly path: string;
  readonly code: RejectionCode;
  /** One sentence an operator can act on. */
  readonly detail: string;
};
