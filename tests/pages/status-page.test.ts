import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFacade, type TestFacade } from '../api/a-facade.ts';

const report = {
  startedAt: '2026-03-10T03:10:00.000Z',
  problem: null,
  ...{ read: 1862, indexed: 19, removed: 1, total: 1861 },
  rejections: [{ path: 'a.html', code: 'empty', detail: 'the file has no bytes' }],
};
const reports = [
  { ...report, outcome: 'refused', problem: '/mnt/<pages> holds no page: is it mounted?' },
  { ...report, outcome: 'updated' },
  { of: 'another version' },
];
let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade([], { reindexReports: async () => reports });
});
afterAll(() => facade.stop());

it('The state of the index tells of the last nights, and of what went wrong', async () => {
  const page = await (await facade.get('/status?ui=en')).text();
  expect(page).toContain('10 March 2026, 03:10 UTC');
  expect(page).toContain('Refused: the old index stays');
  expect(page).toContain('/mnt/&lt;pages&gt; holds no page');
  expect(page).toContain('<td>1,862</td>');
  expect(page.match(/<tr>/g)).toHaveLength(3);
});

it('The same reports are in the API', async () => {
  const answer = await (await facade.get('/v1/reindex')).json();
  expect(answer.data).toEqual(reports);
});
