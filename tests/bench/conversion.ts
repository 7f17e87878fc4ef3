import TurndownService from 'turndown';
import type { ArchivedPage } from '../../indexer/archive/archived-page.ts';
import { readFolder } from '../../indexer/archive/read-folder.ts';
import { decodePage } from '../../indexer/article/decode-page.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { loadConverter } from '../../indexer/convert/converter.ts';
import { cpuMs } from './cpu.ts';

/** CPU of a whole conversion beside that of turning the whole page into Markdown, in milliseconds a page. */
export type ConversionCost = {
  readonly pages: number;
  readonly conversionMs: number;
  readonly wholePageMs: number;
  readonly ratio: number;
};

const WARM_UP = 200;

/** The baseline is what the obvious script would do: decode, and give turndown the page as it is. */
export async function benchConversion(archive: string): Promise<ConversionCost> {
  const converter = loadConverter();
  const turndown = new TurndownService();
  const pages: ArchivedPage[] = [];
  for await (const page of readFolder(archive)) if ('bytes' in page) pages.push(page);
  const whole = pages
    .map((page) => decodePage(page.bytes, null).html)
    .filter((html) => html.trim());
  const convert = () => pages.forEach((page) => void convertPage(page, converter));
  const markdown = () => whole.forEach((html) => void turndown.turndown(html));
  for (const page of pages.slice(0, WARM_UP)) convertPage(page, converter);
  for (const html of whole.slice(0, WARM_UP)) turndown.turndown(html);
  const conversionMs = cpuMs(convert) / pages.length;
  const wholePageMs = cpuMs(markdown) / whole.length;
  return { pages: pages.length, conversionMs, wholePageMs, ratio: conversionMs / wholePageMs };
}
