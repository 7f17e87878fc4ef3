import { fold } from '../../config/fold.ts';
import { LOCALES } from './month-names.ts';

let names: ReadonlySet<string> | null = null;

/** Whether the word names a day of the week, long or short, in any language of the press we know. */
export function isWeekday(word: string): boolean {
  names ??= weekdayNames();
  return names.has(fold(word));
}

function weekdayNames(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const locale of LOCALES) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
      // 2 to 8 September 2024 are Monday to Sunday.
      for (let day = 2; day <= 8; day++) found.add(fold(format.format(Date.UTC(2024, 8, day))));
    }
  }
  return found;
}
