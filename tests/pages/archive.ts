import type { Dispatch } from '../../indexer/dispatch.ts';
import type { Labels } from '../../src/search/labels.ts';
import { aDispatch } from '../a-dispatch.ts';

/** Headline and text that try to act: on every page they must be read, not run. */
export const HOSTILE =
  '<script>globalThis.broken = 1</script><img src=x onerror="globalThis.broken = 1">';

const NAMES: Readonly<Record<string, string>> = {
  tass: 'TASS',
  ansa: 'ANSA',
  yonhap: 'Yonhap',
  'sergei-lavrov': 'Sergei Lavrov',
  'kim-yo-jong': 'Kim Yo Jong',
};

/** Labels of the few agencies and persons in this archive. */
export const archiveLabels: Labels = {
  labelOf: (facet, value, language) =>
    facet === 'lang'
      ? (new Intl.DisplayNames([language], { type: 'language' }).of(value) ?? value)
      : (NAMES[value] ?? value),
};

/** The dispatch that the tests open. */
export const SUMMIT: Dispatch = aDispatch({
  id: 'summit-0001',
  headline: 'Ministers meet in Moscow on rail link',
  standfirst: 'A second round of talks is set for spring.',
  text: 'Moscow, March 14 (TASS) -- The ministers agreed on a rail link across the border.\n\nMore is to follow.',
  body: 'Moscow, March 14 (TASS) -- The ministers agreed on a **rail** link across the border.\n\nMore is to follow: [the agreement](https://treaties.example/rail).',
  agency: 'tass',
  agencies: [
    {
      id: 'tass',
      role: 'origin',
      evidence: { rule: 'dateline-slot', printed: '(TASS)', confidence: 'high' },
    },
  ],
  date: '1994-03-14',
  dispatchedOn: '1994-03-14',
  publishedAt: '1994-03-16',
  places: ['Moscow'],
  people: ['sergei-lavrov'],
  mentions: [
    {
      person: 'sergei-lavrov',
      asPrinted: 'S. Lavrov',
      role: 'minister',
      span: [0, 1],
      count: 1,
      tier: 'exact',
    },
  ],
  dateline: {
    text: 'Moscow, March 14 (TASS) --',
    span: [0, 26],
    places: [{ name: 'Moscow' }],
    day: 14,
    month: 3,
    year: null,
    date: '1994-03-14',
    lagDays: 2,
    rule: 'place-month-day-agency',
    confidence: 'high',
  },
  provenance: [
    {
      kind: 'page',
      url: 'https://paper.example/rail',
      site: 'paper.example',
      date: '1994-03-16',
      agency: null,
      status: 'verified',
    },
    {
      kind: 'source',
      url: 'javascript:alert(1)',
      site: null,
      date: null,
      agency: null,
      status: 'claimed',
    },
    {
      kind: 'agency',
      url: null,
      site: null,
      date: '1994-03-14',
      agency: 'tass',
      status: 'claimed',
    },
  ],
  url: 'https://paper.example/rail',
  site: 'paper.example',
  evidence: { agency: { rule: 'dateline-slot', printed: '(TASS)', confidence: 'high' } },
});

/** A small archive with every kind of dispatch that the pages show in a way of its own. */
export const ARCHIVE: readonly Dispatch[] = [
  SUMMIT,
  aDispatch({
    id: 'hostile-0001',
    headline: HOSTILE,
    text: `Hostile ${HOSTILE}`,
    standfirst: HOSTILE,
    date: '1995-01-02',
  }),
  aDispatch({
    id: 'undated-0001',
    headline: 'A letter without a day',
    text: 'The letter names no day at all.',
    date: null,
  }),
  aDispatch({
    id: 'nameless-0001',
    headline: null,
    text: 'Flash: the bridge is open.',
    agency: null,
    credit: 'XYZ',
    date: '1996',
  }),
  aDispatch({
    id: 'korean-0001',
    headline: '철도 연결에 관한 회담',
    text: '평양 3월 15일발 조선중앙통신 철도 연결에 관한 회담이 진행되였다.',
    language: 'ko',
    date: '1994-03-15',
    people: ['kim-yo-jong'],
  }),
  ...Array.from({ length: 45 }, (_, i) => harvest(i)),
];

/** One of a long series, so that there are pages of results, years and several agencies. */
function harvest(i: number): Dispatch {
  const year = 1990 + (i % 9);
  const agency = ['tass', 'ansa', 'yonhap'][i % 3] ?? 'tass';
  return aDispatch({
    id: `harvest-${String(i).padStart(4, '0')}`,
    headline: `Harvest report number ${i + 1}`,
    text: `Rome, June ${(i % 28) + 1} (${agency.toUpperCase()}) -- Grain and rice came in as planned, said report ${i + 1}.`,
    agency,
    language: agency === 'ansa' ? 'it' : 'en',
    date: `${year}-06-${String((i % 28) + 1).padStart(2, '0')}`,
    dateBasis: i % 5 === 0 ? 'page' : 'dateline',
    places: ['Rome'],
    people: i % 4 === 0 ? ['kim-yo-jong'] : [],
  });
}
