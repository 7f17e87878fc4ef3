import type { Words } from './en.ts';
import { INTERFACES } from './interface-language.ts';

/** The module that gives `<dispatch-search>` every language of the interface: one file serves both. */
export function elementScript(interfaces: readonly Words[] = INTERFACES): string {
  const languages = interfaces.map(({ language, element, searchLabel, search }) => [
    language,
    { label: searchLabel, button: search, ...element },
  ]);
  return `export const LANGUAGES = ${JSON.stringify(Object.fromEntries(languages))};\n`;
}
