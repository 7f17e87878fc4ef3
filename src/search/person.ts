import { LRUCache } from 'lru-cache';
import { isUnconfirmed } from '../../indexer/dispatch.ts';
import type { EngineClient } from './engine-client.ts';
import { quoted } from './filter-expression.ts';
import type { Labels } from './labels.ts';
import { longestSilence, type Silence } from './longest-silence.ts';
import { byCount, type DatedMention, mentionsOf, type Tally, tallies } from './person-mentions.ts';

export type Counted = { readonly id: string; readonly label: string; readonly count: number };

/** What the archive tells about one person, from every dispatch that names them. */
export type PersonFacts = {
  readonly id: string;
  readonly label: string;
  /** The operator knows who it is; else found by the look of the name alone. */
  readonly confirmed: boolean;
  /** Every name we find the person by. */
  readonly names: readonly string[];
  /** Dispatches that name the person. */
  readonly count: number;
  /** Days of the first and last dated dispatch. */
  readonly first: string | null;
  readonly last: string | null;
  readonly silence: Silence | null;
  readonly years: readonly { readonly period: string; readonly count: number }[];
  readonly agencies: readonly Counted[];
  /** Who is named in the same dispatches. */
  readonly with: readonly Counted[];
  /** Names and titles as printed, by how many dispatches print them. */
  readonly printed: readonly Tally[];
  readonly roles: readonly Tally[];
};

/** Facts by id and the language of the labels; `null` when no dispatch names the person. */
export type ReadPerson = (id: string, language: string) => Promise<PersonFacts | null>;

type Sources = {
  readonly engine: EngineClient;
  readonly labels: Labels;
  readonly namesOf: (person: string) => readonly string[];
};

const MOST = 20;
const MOST_FORMS = 100;
const REMEMBERED = 200;

/** Reads facts about people; what takes long, their mentions, once for every state of the index. */
export function personReader({ engine, labels, namesOf }: Sources): ReadPerson {
  const known = new LRUCache<string, Promise<readonly DatedMention[]>>({ max: REMEMBERED });
  const remembered = async (id: string) => {
    const build = await engine.indexBuild();
    const key = `${build} ${id}`;
    const reading = known.get(key) ?? mentionsOf(id, engine);
    if (build !== null) known.set(key, reading);
    reading.catch(() => known.delete(key));
    return reading;
  };
  return async (id, language) => {
    const filter = [`people = ${quoted(id)}`];
    const facets = ['people', 'agency', 'year'];
    const [all] = await engine.searchAll([{ q: '', filter, page: 1, hitsPerPage: 0, facets }]);
    const count = all?.totalHits ?? 0;
    if (count === 0) return null;
    const counts = (field: string) => Object.entries(all?.facetDistribution?.[field] ?? {});
    const counted = (facet: 'person' | 'agency', field: string): readonly Counted[] =>
      byCount(counts(field).filter(([value]) => value !== id))
        .slice(0, MOST)
        .map(([value, n]) => ({
          ...{ id: value, label: labels.labelOf(facet, value, language), count: n },
        }));
    return {
      ...{ id, label: labels.labelOf('person', id, language), confirmed: !isUnconfirmed(id) },
      ...{ names: namesOf(id), count },
      ...{ agencies: counted('agency', 'agency'), with: counted('person', 'people') },
      years: counts('year')
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([period, n]) => ({ period, count: n })),
      ...fromMentions(await remembered(id)),
    };
  };
}

function fromMentions(
  mentions: readonly DatedMention[],
): Pick<PersonFacts, 'first' | 'last' | 'silence' | 'printed' | 'roles'> {
  const days = mentions.flatMap(({ date }) => date ?? []).sort();
  const formsOf = (text: (mention: DatedMention) => string | undefined) =>
    tallies(mentions.map((one) => ({ text: text(one), date: one.date }))).slice(0, MOST_FORMS);
  return {
    ...{ first: days[0] ?? null, last: days.at(-1) ?? null, silence: longestSilence(days) },
    printed: formsOf(({ asPrinted }) => asPrinted),
    roles: formsOf(({ role }) => role),
  };
}
