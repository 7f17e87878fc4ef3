import { expect, test } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';
import { quotedAgencies } from '../../indexer/agency/attribution.ts';
import { readOpening } from '../../indexer/dateline/read-opening.ts';

const catalogue = loadAgencies();
const block = (text: string) => ({ kind: 'paragraph' as const, text, start: 0, links: [] });
const quoted = (text: string) =>
  quotedAgencies([block(text)], catalogue).map(({ agency }) => agency.id);

test.each([
  ['The harbour was closed at noon, according to the Xinhua news agency.', ['xinhua']],
  ['The harbour was closed, according to Reuters and the port.', ['reuters']],
  ['Il porto è stato chiuso, riferisce l’agenzia TASS.', ['tass']],
  ['Secondo Kyodo, il porto è chiuso.', ['kyodo']],
  ['Le port est fermé, rapporte l’agence Xinhua.', ['xinhua']],
  ['El puerto está cerrado, según la agencia EFE.', ['efe']],
  ['Wie die Nachrichtenagentur Reuters meldet, ist der Hafen zu.', ['reuters']],
  ['Порт закрыт, сообщает агентство ТАСС.', ['tass']],
  ['据朝中社报道，港口关闭。', ['kcna']],
  ['조선중앙통신에 따르면 항구가 닫혔다.', ['kcna']],
  ['به گزارش خبرگزاری مهر، بندر بسته شد.', ['mehr']],
])('%s quotes %j', (text, ids) => {
  expect(quoted(text)).toEqual(ids);
});

test.each([
  'The mayor reads Reuters and Xinhua every morning.',
  'According to the mayor, the harbour is closed.',
  'According to the trend of the past years, fewer ships come.',
  'Secondo nova e antica usanza, il porto chiude.',
])('%s quotes nobody', (text) => {
  expect(quoted(text)).toEqual([]);
});

test('A quoted agency is named as such and never becomes the facet', () => {
  const text = 'SEOUL (Reuters) - The harbour was closed, according to KCNA.';
  const opening = {
    headline: null,
    blocks: [block(text)],
    language: 'en',
    published: null,
    sources: [],
    pageUrl: null,
  };
  const { agency, agencies } = readOpening(opening, catalogue);
  expect(agency).toBe('reuters');
  expect(agencies.map(({ id, role }) => [id, role])).toEqual([
    ['reuters', 'origin'],
    ['kcna', 'quoted'],
  ]);
});
