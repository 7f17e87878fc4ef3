/** The part of citation-js that the tests use; the packages bring no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    // biome-ignore lint/suspicious/noExplicitAny: CSL-JSON as it was read, whatever it holds.
    readonly data: readonly any[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
