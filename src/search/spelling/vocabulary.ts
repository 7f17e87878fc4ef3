import type { ArchiveFacts } from '../archive-facts.ts';
import type { Directory } from '../directory.ts';
import type { EngineClient } from '../engine-client.ts';
import { fold } from '../terms.ts';

/** A word or name that the archive holds, as it is printed, and in about how many dispatches. */
export type Known = { readonly printed: string; readonly count: number };

/** What the archive is known to say, by folded words; names also by their letters alone. */
export type Vocabulary = {
  readonly words: ReadonlyMap<string, Known>;
  readonly names: ReadonlyMap<string, Known>;
};

/**
 * The engine does not tell its words. Those of the newest headlines stand for them: whatever else the texts
 * say, the engine's own tolerance finds.
 */
const HEADLINES = 20_000;
const WORD = /[\p{L}\p{M}]+/gu;
const SHORTEST = 3;

/** Reads the words once for every state of the index, when they are first asked for. */
export function vocabularyOf(
  engine: EngineClient,
  directory: Directory,
  facts: () => Promise<ArchiveFacts>,
): () => Promise<Vocabulary> {
  let known: { readonly build: string; readonly read: Promise<Vocabulary> } | null = null;
  const read = async () => toVocabulary(await headlines(engine), directory, await facts());
  return async () => {
    const build = await engine.indexBuild();
    if (build === null) return read();
    if (known?.build !== build) {
      const reading = read();
      known = { build, read: reading };
      reading.catch(() => {
        known = null;
      });
    }
    return known.read;
  };
}

async function headlines(engine: EngineClient): Promise<readonly string[]> {
  const [found] = await engine.searchAll([
    { q: '', limit: HEADLINES, sort: ['sortAt:desc'], attributesToRetrieve: ['headline'] },
  ]);
  return (found?.hits ?? []).flatMap(({ headline }) => headline ?? []);
}

/** Puts the words of headlines and every name of who and what is in the archive in order. */
export function toVocabulary(
  lines: readonly string[],
  directory: Pick<Directory, 'allNamesOf'>,
  facts: ArchiveFacts,
): Vocabulary {
  const words = new Map<string, Known>();
  const names = new Map<string, Known>();
  for (const line of lines) {
    for (const word of new Set(line.match(WORD))) add(words, fold(word), word, 1);
  }
  for (const { name, count } of namesIn(facts, directory)) {
    add(names, lettersOf(name), name, count);
    for (const word of name.match(WORD) ?? []) add(words, fold(word), word, count);
  }
  return { words, names };
}

function namesIn(facts: ArchiveFacts, directory: Pick<Directory, 'allNamesOf'>) {
  return (['person', 'agency', 'place'] as const).flatMap((facet) =>
    [...facts[facet]].flatMap(([id, count]) =>
      directory.allNamesOf(facet, id).map((name) => ({ name, count })),
    ),
  );
}

/** A name without spaces, hyphens and accents: `Kim Jong-un` is `kimjongun`. */
export function lettersOf(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}

function add(known: Map<string, Known>, key: string, printed: string, count: number): void {
  if (key.length < SHORTEST) return;
  const before = known.get(key);
  known.set(key, {
    printed: before?.printed ?? printed,
    count: (before?.count ?? 0) + count,
  });
}
