/** One stored page of the archive, before anything is known about it. */
export type ArchivedPage = {
  /** Relative to the archive, with `/`: its name in reports, and its identity when it declares no URL. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The address it was captured from, when the archive says so. */
  readonly url: string | null;
  /** ISO 8601, when the archive says so. */
  readonly capturedAt: string | null;
  /** The character set of the stored HTTP header, when there is one. */
  readonly httpCharset: string | null;
};
