import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import type { ReadPage } from '../../indexer/archive/read-folder.ts';
import { openConfiguration } from '../../indexer/convert/configuration.ts';
import type { Conversion } from '../../indexer/convert/conversion.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { converterOf } from '../../indexer/convert/converter.ts';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { LIVE_INDEX, PEOPLE_INDEX } from '../../indexer/dispatch-index.ts';
import type { PersonDocument } from '../../indexer/people/people-index.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import type { ReindexOptions } from '../../indexer/reindex/run.ts';
import { startEngine } from '../engine.ts';

/** A real engine, an archive and a configuration of its own; says which pages each run converted. */
export async function openWorkbench() {
  const engine = await startEngine();
  const { client } = engine;
  let folder = '';
  const converted: string[] = [];
  const at = (path: string) => join(folder, path);

  function write(path: string, text: string | Buffer): void {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }

  return {
    client,
    converted,
    at,
    write,
    /** An empty archive; the agencies and places that ship, and nobody and no sites. */
    begin(): void {
      // Pages were saved long before the run: one saved this very second would be read again by the next.
      const later = performance.timeOrigin + 10_000;
      vi.spyOn(Date, 'now').mockImplementation(() => later + performance.now());
      folder = mkdtempSync(join(tmpdir(), 'workbench-'));
      mkdirSync(at('archive'));
      mkdirSync(at('config'));
      for (const file of ['agencies.yaml', 'places.yaml']) {
        copyFileSync(join(packageRoot, 'config', file), at(`config/${file}`));
      }
      write('config/sites.yaml', '[]\n');
      write('config/people.yaml', 'version: 1\n');
    },
    async clear(): Promise<void> {
      vi.restoreAllMocks();
      rmSync(folder, { recursive: true, force: true });
      for (const { uid } of (await client.getIndexes({ limit: 100 })).results) {
        await client.deleteIndex(uid).waitTask();
      }
    },
    close: () => engine.stop(),
    run(options: Partial<ReindexOptions> = {}, convertOne: typeof convertPage = convertPage) {
      const configuration = openConfiguration(at('config'));
      converted.length = 0;
      async function* convert(pages: AsyncIterable<ReadPage>): AsyncGenerator<Conversion> {
        const converter = converterOf(configuration);
        for await (const page of pages) {
          if ('code' in page) yield { path: page.path, rejection: page };
          else {
            converted.push(page.path);
            yield convertOne(page, converter);
          }
        }
      }
      return reindex({
        archives: [at('archive')],
        ...{ client, configuration, convert },
        now: () => new Date('2026-01-01T00:00:00Z'),
        ...options,
      });
    },
    /** What is indexed, by path; without the times of the files, which say nothing of the dispatch. */
    async dispatches(): Promise<Record<string, Omit<Dispatch, 'stamp'>>> {
      const { results } = await client.index(LIVE_INDEX).getDocuments<Dispatch>({ limit: 1000 });
      const entries = results.map(({ stamp: _, ...dispatch }) => [dispatch.source.path, dispatch]);
      return Object.fromEntries(entries.sort());
    },
    async people(): Promise<Record<string, PersonDocument>> {
      const { results } = await client
        .index(PEOPLE_INDEX)
        .getDocuments<PersonDocument>({ limit: 1000 });
      return Object.fromEntries(results.map((person) => [person.id, person]).sort());
    },
    async taskCount(): Promise<number> {
      return (await client.tasks.getTasks({ limit: 1 })).total;
    },
  };
}

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>;

/** A saved page of a site, with a block that a rule of that site may take out. */
export function pageOf(site: string, name: string, text: string): string {
  return `<html lang="en"><head><title>Report ${name}</title>
    <link rel="canonical" href="https://${site}/${name}"></head><body>
    <div class="kicker">Kicker of ${name}</div><article><h1>Report ${name}</h1>
    <p>ROME, May 3 (ANSA) -- ${text}</p><p class="note">The note of ${name} says that the weather stayed fine all day,
    and that people walked along the river until late in the evening.</p></article></body></html>`;
}
