import type { ArchivedPage } from '../../indexer/archive/archived-page.ts';
import { readFolder } from '../../indexer/archive/read-folder.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { loadConverter } from '../../indexer/convert/converter.ts';
import { findPeople, type PeopleReading } from '../../indexer/people/find-people.ts';
import { findUnconfirmed } from '../../indexer/people/find-unconfirmed.ts';
import { cpuMs } from './cpu.ts';

/** What finding people costs beside the whole conversion of the same pages, in CPU milliseconds. */
export type PeopleShare = {
  readonly pages: number;
  readonly authorityMs: number;
  readonly discoveryMs: number;
  readonly conversionMs: number;
  /** Both ÷ conversion. */
  readonly share: number;
  /** Both for a page of 2,500 characters; the goal is at most 4. */
  readonly msAPage: number;
};

const PAGE_CHARACTERS = 2500;

/** Measures both ways to find people on the pages of a folder, in one process; the first round warms up. */
export async function benchPeople(archive: string): Promise<PeopleShare> {
  const converter = loadConverter();
  const pages: ArchivedPage[] = [];
  for await (const page of readFolder(archive)) if ('bytes' in page) pages.push(page);
  const dispatches = pages.flatMap((page) => {
    const conversion = convertPage(page, converter);
    return 'dispatch' in conversion ? [conversion.dispatch] : [];
  });
  const link = () =>
    dispatches.map(({ text, language }) => findPeople(text, language, converter.matcher));
  const discover = (linked: readonly PeopleReading[]) =>
    dispatches.forEach(({ text }, at) => {
      const reading = linked[at];
      if (reading) findUnconfirmed(text, reading, converter.model);
    });
  const linked = link();
  discover(linked);
  const authorityMs = cpuMs(() => void link());
  const discoveryMs = cpuMs(() => discover(linked));
  const conversionMs = cpuMs(() => pages.forEach((page) => void convertPage(page, converter)));
  const characters = dispatches.reduce((sum, { text }) => sum + text.length, 0);
  const both = authorityMs + discoveryMs;
  return {
    pages: pages.length,
    authorityMs,
    discoveryMs,
    conversionMs,
    share: both / conversionMs,
    msAPage: (both * PAGE_CHARACTERS) / characters,
  };
}
