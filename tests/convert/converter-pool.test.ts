import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../indexer/archive/read-folder.ts';
import { convertPages, type PoolOptions } from '../../indexer/convert/converter-pool.ts';

const page = (path: string, html: string): ReadPage => ({
  path,
  bytes: new TextEncoder().encode(html),
  url: null,
  capturedAt: null,
  httpCharset: null,
});

async function* pages(count: number): AsyncGenerator<ReadPage> {
  for (let number = 1; number <= count; number++) {
    yield page(
      `${number}.html`,
      `<p>ROME, June ${number} (ANSA) - The ferry left port number ${number} on time.`,
    );
  }
  yield { path: 'gone.html', code: 'unreadable', detail: 'no such file' };
  yield page('empty.html', '');
}

async function outcomes(count: number, options: Partial<PoolOptions> = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const conversion of convertPages(pages(count), {
    workers: 2,
    pageSeconds: 120,
    ...options,
  })) {
    const code = 'rejection' in conversion ? conversion.rejection.code : 'dispatch';
    found.push(`${conversion.path} ${code}`);
  }
  return found;
}

describe('converting on several threads', () => {
  it('yields what became of each page in the order they came', async () => {
    const dispatches = Array.from({ length: 20 }, (_, at) => `${at + 1}.html dispatch`);
    expect(await outcomes(20)).toEqual([...dispatches, 'gone.html unreadable', 'empty.html empty']);
  }, 120_000);

  it('gives up pages that take too long, and goes on', async () => {
    const found = await outcomes(2, { pageSeconds: 0.0001 });
    expect(found.slice(0, 3)).toEqual([
      '1.html too-slow',
      '2.html too-slow',
      'gone.html unreadable',
    ]);
  }, 120_000);

  it('gives up a page that exhausts its thread, and goes on', async () => {
    const found = await outcomes(1, { heapMegabytes: 8 });
    expect(found.slice(0, 2)).toEqual(['1.html too-large', 'gone.html unreadable']);
  }, 120_000);
});
