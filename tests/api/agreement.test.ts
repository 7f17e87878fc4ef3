import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unsupportedOperator } from '../../src/search/operators.ts';
import { type QueryProblem, queryFromUrl, queryToUrl } from '../../src/search/query-url.ts';
import { anyQuery } from '../search/a-query.ts';
import { archive, values } from '../search/an-archive.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(archive);
});
afterAll(() => facade.stop());

/** A parameter as somebody might write it: right, nearly right, or wrong. */
const oneParameter = fc.oneof(
  fc.tuple(fc.constantFrom('from', 'to'), fc.constantFrom('1997', '1997-02-30', '1997-13', '97')),
  fc.tuple(fc.constant('on'), fc.constantFrom('02-29', '02-30', '13-01', '1-1')),
  fc.tuple(
    fc.constantFrom('page', 'per_page', 'facet_size'),
    fc.constantFrom('1', '0', '-1', '1.5', '1e2', '+5', '007', '100', '101', '1001', '10001', 'x'),
  ),
  fc.tuple(
    fc.constantFrom('sort', 'undated', 'group'),
    fc.constantFrom('newest', 'auto', 'none', 'x'),
  ),
  fc.tuple(
    fc.constant('facets'),
    fc.constantFrom('agency', 'agency,year', 'agency,', 'a', 'year,year'),
  ),
  fc.tuple(
    fc.constantFrom('agency', 'person_not', 'place', 'q', 'agnecy', 'q[]', 'agency[0]'),
    fc.string({ maxLength: 9, unit: 'grapheme' }),
  ),
  fc.tuple(fc.constantFrom('q', 'agency'), fc.constantFrom('x'.repeat(469), 'x'.repeat(513))),
);
const anyParameters = fc
  .array(oneParameter, { maxLength: 4 })
  .map((written) => `?${new URLSearchParams(written.map(([name, value]) => [name, value]))}`);

const reading = (url: string) => queryFromUrl(new URLSearchParams(url));

/** A busy machine may keep the engine waiting for longer than a reader would. */
async function patiently(path: string, tries = 5): Promise<Response> {
  const answer = await facade.get(path);
  return answer.status === 503 && tries > 1 ? patiently(path, tries - 1) : answer;
}

test('The validator of the contract and the reader of queries say yes and no to the same addresses', async () => {
  const anyUrl = fc.oneof(anyParameters, anyQuery.map(queryToUrl));
  await fc.assert(
    fc.asyncProperty(anyUrl, async (url) => {
      const read = reading(url);
      const isRight = !Array.isArray(read) && unsupportedOperator(read.terms) === null;
      const answer = await patiently(`/v1/dispatches${url}`);
      const said = await answer.text();
      expect(answer.status, `${url} ${said.slice(0, 200)}`).toBe(isRight ? 200 : 400);
      if (!Array.isArray(read) || answer.status !== 400) return;
      const names = (errors: readonly { readonly parameter: string }[]) =>
        [...new Set(errors.map(({ parameter }) => parameter))].sort();
      // What the reader finds wrong is also told; the validator stops before contradictions.
      const told = names(JSON.parse(said).errors);
      expect(names(read as QueryProblem[]).some((name) => told.includes(name))).toBe(true);
    }),
    { numRuns: 120 },
  );
}, 240_000);

const narrowing = fc.record({
  q: fc.constantFrom('', 'tea', 'città', '"coal treaty"', 'report -tea'),
  agency: fc.constantFrom('', ...values.agency.filter((one) => one !== null)),
  person: fc.constantFrom('', ...values.person),
  from: fc.constantFrom('', '1997', '1997-03', '2025-09'),
  lang: fc.constantFrom('', 'en', 'it'),
  names: fc.constantFrom('any', 'exact'),
});

test('An export, the pages and a harvest are the same dispatches, as many as the total says', async () => {
  await fc.assert(
    fc.asyncProperty(narrowing, fc.integer({ min: 7, max: 30 }), async (said, perPage) => {
      const asked = new URLSearchParams({ ...said, fields: 'id' });
      const page = async (more: string) => {
        const answer = await facade.get(`/v1/dispatches?${asked}&per_page=${perPage}${more}`);
        return answer.json();
      };
      const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);
      const first = await page('&page=1');
      const { total, pages } = first.pagination;

      const byPage = idsOf(first);
      for (let n = 2; n <= pages; n += 1) byPage.push(...idsOf(await page(`&page=${n}`)));
      const byCursor: string[] = [];
      for (let cursor: string | null = '*'; cursor !== null; ) {
        const step: Awaited<ReturnType<typeof page>> = await page(`&cursor=${cursor}`);
        expect(step.pagination.total).toBe(total);
        byCursor.push(...idsOf(step));
        cursor = step.pagination.nextCursor;
      }
      const csv = await facade.get(`/v1/export.csv?${asked}`);
      const rows = (await csv.text()).trim().split(/\r?\n/).slice(1);
      const jsonl = await (await facade.get(`/v1/export.jsonl?${asked}`)).text();
      const lines = jsonl.split('\n').filter(Boolean);

      expect(csv.headers.get('x-total-count')).toBe(String(total));
      expect(new Set(byPage).size).toBe(total);
      expect(rows).toEqual(byPage);
      expect(lines.map((line) => JSON.parse(line).id)).toEqual(byPage);
      expect(byCursor).toEqual([...byPage].sort());
    }),
    { numRuns: 12 },
  );
}, 240_000);
