import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openConfiguration } from '../../indexer/convert/configuration.ts';
import { openWorkbench, pageOf, type Workbench } from './workbench.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 180_000 });

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.begin();
  for (const [site, name, text] of PAGES) {
    bench.write(`archive/${site}/${name}.html`, pageOf(site, name, text));
  }
});
afterEach(() => bench.clear());

const PAGES = [
  ['morning.example', 'bridge', 'President Ada Brancaleone opened the bridge. Brancaleone left.'],
  ['morning.example', 'harvest', 'Nobody is named in this report about corn and barley and rye.'],
  ['evening.example', 'road', 'Mayor Ugo Tarantelli and Ada Brancaleone spoke of the road.'],
  ['evening.example', 'river', 'As A. Brancaleone said, the river is high, and Tarantelli agreed.'],
  ['evening.example', 'snow', 'Minister Tarantelli met Carlo Tarantelli in the snow of the pass.'],
  ['night.example', 'stars', 'Карло Тарантелли and 习近平 were named in a letter to the mayor.'],
] as const;

const SITES = ['morning.example', 'evening.example', 'night.example'] as const;
const RULES = ['headline: .kicker', 'drop: .note', 'standfirst: .note', 'drop: .absent'] as const;
const PEOPLE = [
  'id: ada-brancaleone, name: Ada Brancaleone',
  'id: ada-brancaleone, name: Ada Brancaleone, alone: always',
  'id: ada-brancaleone, name: Ada Brancaleone, aliases: [Adele Brancaleone, Carla Tarantelli]',
  'id: ugo-tarantelli, name: Ugo Tarantelli, alone: with-title',
  'id: ugo-tarantelli, name: Ugo Tarantelli, not: [Carlo Tarantelli]',
  'id: carlo-tarantelli, name: Carlo Tarantelli, alone: always, scripts: { ru: [Карло Тарантелли] }',
  'id: xi-jinping, name: Xi Jinping, order: family-first, scripts: { zh: [习近平] }',
] as const;

/** A whole configuration at random: rules for some sites, some people once each, some rejected names. */
const configurations = fc.record({
  sites: fc.uniqueArray(fc.tuple(fc.constantFrom(...SITES), fc.constantFrom(...RULES)), {
    selector: ([site]) => site,
    maxLength: 3,
  }),
  people: fc.uniqueArray(fc.constantFrom(...PEOPLE), {
    selector: (person) => person.split(',')[0] ?? '',
    maxLength: 4,
  }),
  reject: fc.subarray(['Ada Brancaleone Street', 'Carlo Tarantelli']),
});

type Written = { sites: [string, string][]; people: string[]; reject: string[] };

function configure({ sites, people, reject }: Written): void {
  const rules = sites.map(([site, rule]) => `- { domain: ${site}, ${rule} }`);
  bench.write('config/sites.yaml', rules.length > 0 ? `${rules.join('\n')}\n` : '[]\n');
  const listed = people.map((person) => `  - { ${person} }`);
  const list = listed.length > 0 ? `people:\n${listed.join('\n')}\n` : '';
  bench.write('config/people.yaml', `version: 1\n${list}reject: [${reject.join(', ')}]\n`);
}

/** Whether the people do not contradict one another. */
function isValid(): boolean {
  try {
    openConfiguration(bench.at('config')).people();
    return true;
  } catch {
    return false;
  }
}

describe('a changed configuration', () => {
  it('leads to what a rebuild by it would give, whatever changed', async () => {
    await bench.run();
    await fc.assert(
      fc.asyncProperty(configurations, async (configuration) => {
        configure(configuration);
        fc.pre(isValid());
        expect(await bench.run()).toMatchObject({ mode: 'incremental' });
        const [dispatches, people] = [await bench.dispatches(), await bench.people()];
        expect(await bench.run({ full: true })).toMatchObject({ outcome: 'swapped' });
        expect(dispatches).toEqual(await bench.dispatches());
        expect(people).toEqual(await bench.people());
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('of a site converts the pages of that site, and no others', async () => {
    await bench.run();
    bench.write('config/sites.yaml', '- { domain: evening.example, headline: .kicker }\n');
    expect(await bench.run()).toMatchObject({ outcome: 'updated', indexed: 3 });
    expect(bench.converted.every((path) => path.startsWith('evening.example/'))).toBe(true);
    const { 'evening.example/road.html': road } = await bench.dispatches();
    expect(road?.headline).toBe('Kicker of road');
    expect(await bench.run()).toMatchObject({ outcome: 'unchanged' });
  });

  it('that adds a person converts the pages that print the name, and no others', async () => {
    await bench.run();
    bench.write('config/people.yaml', `version: 1\npeople:\n  - { ${PEOPLE[0]} }\n`);
    expect(await bench.run()).toMatchObject({ mode: 'incremental', outcome: 'updated' });
    expect(bench.converted).toEqual(['evening.example/road.html', 'morning.example/bridge.html']);
  });

  it('followed by half a run leaves no trace once it is taken back', async () => {
    await bench.run();
    const before = await bench.dispatches();
    const people = `version: 1\npeople:\n  - { ${PEOPLE[0]} }\n`;
    bench.write('config/people.yaml', people);
    const ending = new AbortController();
    const stopped = await bench.run({
      signal: ending.signal,
      onProgress: ({ phase }) => phase === 'indexing' && ending.abort(),
    });
    expect(stopped).toMatchObject({ outcome: 'stopped', indexed: 2 });
    bench.write('config/people.yaml', 'version: 1\n');
    expect(await bench.run()).toMatchObject({ outcome: 'updated' });
    expect(await bench.dispatches()).toEqual(before);
  });

  it('with a mistake in it is refused before anything is written', async () => {
    await bench.run();
    const tasks = await bench.taskCount();
    bench.write('config/sites.yaml', '- { domain: evening.example, colour: red }\n');
    await expect(bench.run()).rejects.toThrow(/sites\.yaml:1: .*colour/);
    expect(await bench.taskCount()).toBe(tasks);
  });

  it('of the agencies converts every page beside the live index', async () => {
    await bench.run();
    bench.write('config/agencies.yaml', 'agencies: []\n');
    const report = await bench.run({ force: true });
    expect(report).toMatchObject({ mode: 'full', outcome: 'swapped', indexed: PAGES.length });
  });

  it('that touches much of the archive goes through the gate', async () => {
    for (let number = 1; number <= 60; number += 1) {
      const name = `page-${number}`;
      bench.write(`archive/more/${name}.html`, pageOf('night.example', name, 'All was quiet.'));
    }
    await bench.run();
    bench.write('config/sites.yaml', '- { domain: night.example, headline: .kicker }\n');
    const report = await bench.run();
    expect(report).toMatchObject({ mode: 'full', outcome: 'swapped' });
    expect(report.reason).toContain('61 of 66');
  });
});
