import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReadPage } from '../../indexer/archive/read-folder.ts';
import { sha256 } from '../../indexer/archive/read-folder.ts';
import { type Configuration, openConfiguration } from '../../indexer/convert/configuration.ts';
import { type Conversion, fingerprintOf } from '../../indexer/convert/conversion.ts';
import { idFromPath } from '../../indexer/convert/dispatch-id.ts';
import { traitsOf } from '../../indexer/families/traits.ts';
import { aDispatch } from '../a-dispatch.ts';

/** Stands for the conversion rules, which are not what breaks here. */
const RULES = 'rules-of-this-test';

/** No rules, and nobody is known. */
export const NO_RULES: Configuration = {
  ...openConfiguration(),
  keys: { rules: RULES, people: 'nobody', all: RULES },
  people: () => ({ people: [], reject: [] }),
  sites: () => [],
};

/** Writes `count` pages whose text names the edition, so that each edition changes every page. */
export function writeEdition(archive: string, count: number, edition: string): void {
  for (let number = 1; number <= count; number += 1) {
    const file = join(archive, `${number % 7}/page ${number} è.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `Dispatch ${number} of the edition ${edition}`);
  }
}

/** A conversion that takes no time: the page's bytes are its text. */
export async function* convertPlainly(pages: AsyncIterable<ReadPage>): AsyncGenerator<Conversion> {
  for await (const page of pages) {
    if ('code' in page) {
      yield { path: page.path, rejection: page };
      continue;
    }
    const text = Buffer.from(page.bytes).toString('utf8');
    const {
      firstIndexedAt: _,
      stamp: __,
      ...dispatch
    } = aDispatch({
      id: idFromPath(page.path),
      text,
      traits: traitsOf(text),
      fingerprint: fingerprintOf(sha256(page.bytes), RULES),
    });
    const source = { ...dispatch.source, path: page.path, sha256: sha256(page.bytes) };
    yield { path: page.path, dispatch: { ...dispatch, source }, trace: [] };
  }
}
