import type { EngineClient, EngineQuery } from '../engine-client.ts';
import { matching } from '../engine-queries.ts';
import { filterOf } from '../filter-expression.ts';
import { type Query, withTerms } from '../query.ts';
import type { Fragment, Results } from '../results.ts';
import { fold, readTerms, type Term } from '../terms.ts';
import { nearestKnown } from './nearest-known.ts';
import { lettersOf, type Vocabulary } from './vocabulary.ts';

/** The same search in another spelling, which finds something. */
export type Correction = {
  readonly terms: string;
  /** The same words, those that were changed marked. */
  readonly fragments: readonly Fragment[];
  /** Exactly how many dispatches it finds, with the filters of the query. */
  readonly total: number;
};

/** Finds what may have been meant; asks nothing when the words are spelt as the archive spells them. */
export type Correct = (query: Query, results: Results) => Promise<readonly Correction[]>;

const MOST = 3;
const PER_WORD = 3;
/** A name may have been written apart or together: up to so many typed words are held against it. */
const WORDS_OF_A_NAME = 4;

type Piece = { readonly text: string; readonly changed: boolean };
type Draft = { readonly pieces: readonly Piece[]; readonly away: number };
/** A word that stays unknown counts as more letters than any word may be away. */
const UNKNOWN = 10;

/**
 * Offers other spellings when nothing matched, when no dispatch had all the words, or when a
 * dispatch matched only by a similar spelling; never for words that some dispatch prints so. Each was tried:
 * it finds something as it stands.
 */
export function correctionsOf(
  engine: EngineClient,
  vocabulary: () => Promise<Vocabulary>,
): Correct {
  return async (query, results) => {
    const { used } = readTerms(query.terms);
    const isDoubtful = results.total === 0 || results.relaxed || results.hits.some(isSimilar);
    if (!isDoubtful || query.page > 1) return [];
    const printed = results.hits.flatMap(({ similarSpelling }) => similarSpelling);
    const unknown = await unprinted(used, query, engine);
    if (unknown.size === 0) return [];
    const drafts = draftsOf(used, unknown, printed, await vocabulary());
    return (await tried(drafts, query, engine)).filter(({ total }) => total > 0).slice(0, MOST);
  };
}

/** True of a hit that was found only because a word is spelt similarly. */
function isSimilar({ similarSpelling }: Results['hits'][number]): boolean {
  return similarSpelling.length > 0;
}

/** The typed words that no dispatch prints so: a phrase is searched without tolerance. */
async function unprinted(
  used: readonly Term[],
  query: Query,
  engine: EngineClient,
): Promise<ReadonlySet<Term>> {
  const words = used.filter(({ kind, words: inside }) => kind === 'word' && inside.length > 0);
  if (words.length === 0) return new Set();
  const counted = await engine.searchAll(
    words.map((term) => ({
      ...matching(query, readTerms(`"${term.words.join(' ')}"`)),
      ...{ page: 1, hitsPerPage: 0 },
    })),
  );
  return new Set(words.filter((_, i) => counted[i]?.totalHits === 0));
}

/**
 * The query with each unknown word, or run of words, replaced by what is near it: those that leave the fewest
 * unknown words first, then the nearest.
 */
function draftsOf(
  used: readonly Term[],
  unknown: ReadonlySet<Term>,
  printed: readonly string[],
  { words, names }: Vocabulary,
): readonly Draft[] {
  const seen = new Map(printed.map((form) => [fold(form), { printed: form, count: 1 }]));
  const near = new Map(
    [...unknown].map((term) => {
      const word = term.words.join('');
      const found = [seen, words].flatMap((known) => nearestKnown(word, known, PER_WORD));
      return [term, found.map((one) => ({ ...one, printed: one.printed.toLocaleLowerCase() }))];
    }),
  );
  const replace: Replace = (term, choice) => {
    const found = near.get(term)?.[choice] ?? near.get(term)?.[0];
    if (found) return { pieces: [{ text: found.printed, changed: true }], away: found.away };
    const away = unknown.has(term) ? UNKNOWN : 0;
    return { pieces: [{ text: term.typed, changed: false }], away };
  };
  return [
    ...namedRuns(used, unknown, names, replace),
    ...Array.from({ length: PER_WORD }, (_, choice) =>
      joined(used.map((term) => replace(term, choice))),
    ),
  ]
    .filter(({ pieces }) => pieces.some(({ changed }) => changed))
    .sort((a, b) => a.away - b.away);
}

/** What stands for one typed word: the nearest of what is known, or another of them by number. */
type Replace = (term: Term, choice: number) => Draft;

/** Runs of typed words that are nearly somebody's name: `kimjongun`, `lukas henko`. */
function namedRuns(
  used: readonly Term[],
  unknown: ReadonlySet<Term>,
  names: Vocabulary['names'],
  replace: Replace,
): readonly Draft[] {
  return used.flatMap((_, start) =>
    Array.from({ length: WORDS_OF_A_NAME }, (_, more) => start + more + 1).flatMap((end) => {
      const run = used.slice(start, end);
      const isWhole = start + run.length === end && run.every(({ kind }) => kind === 'word');
      if (!isWhole || !run.some((term) => unknown.has(term))) return [];
      const letters = lettersOf(run.map(({ typed }) => typed).join(''));
      const same = names.get(letters);
      const found = same ? [{ ...same, away: 0 }] : nearestKnown(letters, names, 1);
      return found.map(({ printed, away }) =>
        joined([
          ...used.slice(0, start).map((term) => replace(term, 0)),
          { pieces: [{ text: printed, changed: true }], away },
          ...used.slice(end).map((term) => replace(term, 0)),
        ]),
      );
    }),
  );
}

function joined(drafts: readonly Draft[]): Draft {
  return {
    pieces: drafts.flatMap(({ pieces }) => pieces),
    away: drafts.reduce((sum, { away }) => sum + away, 0),
  };
}

async function tried(
  drafts: readonly Draft[],
  query: Query,
  engine: EngineClient,
): Promise<readonly Correction[]> {
  // Capitals make no difference to a search: of two drafts that differ in nothing else the first stays.
  const others = new Map(drafts.toReversed().map((draft) => [fold(termsOf(draft)), draft]));
  others.delete(fold(query.terms));
  const inOrder = drafts.filter((draft) => others.get(fold(termsOf(draft))) === draft);
  const searches = inOrder.map((draft): EngineQuery => {
    const terms = termsOf(draft);
    const other = withTerms(query, terms);
    const filter = [...filterOf(other)];
    return { ...matching(other, readTerms(terms)), filter, page: 1, hitsPerPage: 0 };
  });
  if (searches.length === 0) return [];
  const counted = await engine.searchAll(searches);
  return inOrder.map((draft, i) => ({
    terms: termsOf(draft),
    fragments: fragmentsOf(draft),
    total: counted[i]?.totalHits ?? 0,
  }));
}

function termsOf({ pieces }: Draft): string {
  return pieces.map(({ text }) => text).join(' ');
}

function fragmentsOf({ pieces }: Draft): readonly Fragment[] {
  return pieces.flatMap(({ text, changed }, i) => [
    ...(i > 0 ? [{ text: ' ', marked: false }] : []),
    { text, marked: changed },
  ]);
}
