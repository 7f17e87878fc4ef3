import { expect, it } from 'vitest';
import { readFolder } from '../../indexer/archive/read-folder.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { loadConverter } from '../../indexer/convert/converter.ts';
import { groupFamilies } from '../../indexer/families/group-families.ts';
import { memberOf } from '../../indexer/families/write-families.ts';
import { belowFloor, floorsOf } from '../quality/floors.ts';
import { readExpectedPages, sampleFolder } from '../sample/sample-pages.ts';

type Page = { readonly expected: string | null; readonly found: string | null };

/** Every page of the sample archive with the family it is said to be of, and the one it was put into. */
async function groupedSample(): Promise<readonly Page[]> {
  const converter = loadConverter();
  const expected = new Map(readExpectedPages().map((page) => [page.path, page.family ?? null]));
  const members: ReturnType<typeof memberOf>[] = [];
  const paths: string[] = [];
  for await (const page of readFolder(sampleFolder)) {
    const conversion = 'code' in page ? null : convertPage(page, converter);
    if (conversion === null || 'rejection' in conversion) continue;
    members.push(memberOf(conversion.dispatch, new Map()));
    paths.push(conversion.path);
  }
  const places = groupFamilies(members);
  return members.map(({ id }, at) => ({
    expected: expected.get(paths[at] ?? '') ?? null,
    found: places.get(id)?.family ?? null,
  }));
}

it('the families of the sample archive are found as well as the floors demand', async () => {
  const pages = await groupedSample();
  const pairs = pages.flatMap((one, at) =>
    pages.slice(at + 1).map((other) => [one, other] as const),
  );
  const isPair =
    (field: keyof Page) =>
    ([one, other]: readonly [Page, Page]): boolean =>
      one[field] !== null && one[field] === other[field];
  const expected = pairs.filter(isPair('expected'));
  const found = pairs.filter(isPair('found'));
  const right = found.filter(isPair('expected')).length;
  const figures = { precision: right / found.length, recall: right / expected.length };
  expect(expected.length).toBeGreaterThan(25);
  const rows = [{ group: 'all', lines: pages.length, figures }];
  const faults = belowFloor({ lines: pages.length, rows, misses: [] }, floorsOf('families'));
  expect(faults).toEqual([]);
}, 120_000);
