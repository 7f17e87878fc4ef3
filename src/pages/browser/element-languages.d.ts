import type { ElementLanguage } from './element-words.ts';

/** Written by the server at its start, out of every language of the interface. */
export declare const LANGUAGES: Readonly<Record<string, ElementLanguage>>;
