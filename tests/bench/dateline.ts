import type { ArchivedPage } from '../../indexer/archive/archived-page.ts';
import { readFolder } from '../../indexer/archive/read-folder.ts';
import { decodePage } from '../../indexer/article/decode-page.ts';
import { readArticle } from '../../indexer/article/read-article.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { type Converter, loadConverter } from '../../indexer/convert/converter.ts';
import type { Opening } from '../../indexer/dateline/opening.ts';
import { readOpening } from '../../indexer/dateline/read-opening.ts';
import { cpuMs } from './cpu.ts';

/** What reading the openings costs beside the whole conversion of the same pages, in CPU milliseconds. */
export type ReaderShare = {
  readonly pages: number;
  readonly readerMs: number;
  readonly conversionMs: number;
  /** Reader ÷ conversion; the goal is below 0.03. */
  readonly share: number;
};

/** Pages converted before the clock runs, so that neither side pays for warming up. */
const WARM_UP = 200;

/** Measures the reader of openings against the conversion of the pages in a folder, in one process. */
export async function benchDatelines(archive: string): Promise<ReaderShare> {
  const converter = loadConverter();
  const pages = await pagesOf(archive);
  const openings = pages.flatMap((page) => openingOfPage(page, converter));
  const convert = () => pages.forEach((page) => void convertPage(page, converter));
  const read = () => openings.forEach((opening) => void readOpening(opening, converter.agencies));
  for (const page of pages.slice(0, WARM_UP)) convertPage(page, converter);
  for (const opening of openings.slice(0, WARM_UP)) readOpening(opening, converter.agencies);
  const conversionMs = cpuMs(convert);
  const readerMs = cpuMs(read);
  return { pages: pages.length, readerMs, conversionMs, share: readerMs / conversionMs };
}

async function pagesOf(archive: string): Promise<readonly ArchivedPage[]> {
  const pages: ArchivedPage[] = [];
  for await (const page of readFolder(archive)) {
    if ('bytes' in page) pages.push(page);
  }
  return pages;
}

function openingOfPage(page: ArchivedPage, converter: Converter): readonly Opening[] {
  const { html } = decodePage(page.bytes, page.httpCharset);
  const article = readArticle(html, page, converter.sites, { trace: false });
  if ('code' in article) return [];
  return [
    {
      headline: article.headline?.value ?? null,
      blocks: article.blocks,
      sources: article.sources,
      language: article.language?.value ?? null,
      published: article.published?.value ?? null,
      pageUrl: article.canonicalUrl ?? page.url,
    },
  ];
}
