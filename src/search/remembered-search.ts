import { LRUCache } from 'lru-cache';
import type { EngineClient } from './engine-client.ts';
import { queryToUrl } from './query-url.ts';
import type { Results, Search } from './results.ts';

const MOST = 500;

/**
 * The same search, remembering the last answers for as long as the index stays as it is. Equal
 * queries that come at once are asked once.
 */
export function rememberedSearch(search: Search, engine: EngineClient): Search {
  const answers = new LRUCache<string, Promise<Results>>({ max: MOST });
  return async (query, language, alsoRetrieve = []) => {
    const build = await engine.indexBuild();
    // Whole dispatches are large and seldom asked for twice.
    if (build === null || alsoRetrieve.length > 0) return search(query, language, alsoRetrieve);
    const key = `${build} ${language} ${queryToUrl(query)}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = search(query, language);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}
