import { describe, expect, it } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';
import { readOpening } from '../../indexer/dateline/read-opening.ts';
import { openingOf } from './blocks.ts';

const catalogue = loadAgencies();
const read = (...args: Parameters<typeof openingOf>) => readOpening(openingOf(...args), catalogue);

describe('the opening of a translated dispatch', () => {
  const texts = [
    'I due dirigenti si sono visti a Pechino e hanno parlato di cooperazione.',
    'FONTE ARTICOLO: https://notebook.example/2025/09/09/un-incontro-a-pechino/',
    'Pyongyang, 4 settembre (KCNA) — Il dirigente ha ricevuto l’ospite nel palazzo.',
    'Erano presenti i ministri.',
  ];
  const reading = read(texts, { language: 'it', published: '2025-09-10' });

  it('keeps the dateline as printed, dash and all, and says where it stands', () => {
    expect(reading.dateline).toMatchObject({
      text: 'Pyongyang, 4 settembre (KCNA) —',
      places: [{ name: 'Pyongyang' }],
      day: 4,
      month: 9,
      year: null,
      date: '2025-09-04',
      lagDays: 6,
      rule: 'placeFirst',
      confidence: 'high',
    });
    const text = texts.join('\n\n');
    expect(text.slice(...(reading.dateline?.span ?? [0, 0]))).toBe(reading.dateline?.text);
  });

  it('names the agency of the slot as the origin', () => {
    expect(reading.agency).toBe('kcna');
    expect(reading.agencies).toMatchObject([{ id: 'kcna', role: 'origin' }]);
  });

  it('keeps the dispatch, its source and the page apart', () => {
    expect(reading.hops).toMatchObject([
      {
        kind: 'source',
        url: 'https://notebook.example/2025/09/09/un-incontro-a-pechino/',
        site: 'notebook.example',
        date: '2025-09-09',
      },
    ]);
    expect(reading).toMatchObject({
      dispatchedOn: '2025-09-04',
      date: '2025-09-04',
      dateBasis: 'dateline',
    });
  });
});

describe('source lines kept apart from the text', () => {
  const sources = [
    {
      text: 'Fonte: ANSA',
      links: [{ start: 7, end: 11, href: 'https://www.ansa.it/2024/05/03/a.html' }],
    },
    { text: 'Traduzione di Ugo Viti', links: [] },
    { text: 'Source: https://kcna.kp/en/article/1', links: [] },
  ];
  const { hops, agencies, date, dateBasis, evidence } = read(['Il ponte riapre domani.'], {
    sources,
  });

  it('give their hops in order, by link or by name', () => {
    expect(hops.map(({ agency, url }) => [agency, url])).toEqual([
      ['ansa', 'https://www.ansa.it/2024/05/03/a.html'],
      ['kcna', 'https://kcna.kp/en/article/1'],
    ]);
    expect(agencies.map(({ id, role }) => [id, role])).toEqual([
      ['ansa', 'source'],
      ['kcna', 'source'],
    ]);
  });

  it('give the date of the cited page, and evidence without a place in the text', () => {
    expect({ date, dateBasis }).toEqual({ date: '2024-05-03', dateBasis: 'source-url' });
    expect(evidence['provenance']).toEqual({
      rule: 'source-line:domain',
      printed: 'Fonte: ANSA',
      confidence: 'high',
    });
  });
});

describe('the date of a dispatch', () => {
  it('is that of the cited source when the dateline has none', () => {
    const texts = ['Source: https://wire.example/2025/09/09/story', 'BEIJING (AP) — Talks began.'];
    expect(read(texts, { published: '2025-10-01' })).toMatchObject({
      dispatchedOn: null,
      date: '2025-09-09',
      dateBasis: 'source-url',
    });
  });

  it('is that of the page when nothing better is printed', () => {
    expect(read(['Talks began.'], { published: '2025-10-01' })).toMatchObject({
      dispatchedOn: null,
      date: '2025-10-01',
      dateBasis: 'page',
    });
  });

  it('is not taken from a dateline that lies months away from the page', () => {
    const texts = ['BOSTON, July 19 (Reuters) - The firm raised its dividend.'];
    expect(read(texts, { published: '1987-06-19' })).toMatchObject({
      dispatchedOn: null,
      date: '1987-06-19',
      dateBasis: 'page',
      dateline: { date: '1986-07-19', confidence: 'low' },
    });
  });
});

describe('agencies that share their letters', () => {
  it.each([
    ['Taipei, Sept. 8 (CNA) Rain is expected.', 'en', 'cna-taiwan'],
    ['Nicosia, Sep 8 (CNA) Rain is expected.', 'en', 'cna-cyprus'],
    ['Dakar, 23 sept (APS) – Il pleut.', 'fr', 'aps-senegal'],
    ['ALGIERS – Tuesday, 02 May 2023 (APS) – Rain is expected.', 'en', 'aps'],
    ['TEHRAN, Apr. 20 (MNA) – Rain is expected.', 'en', 'mehr'],
    ['Yangon, 4 September (MNA) – Rain is expected.', 'en', 'myanmar-na'],
    ['Manama, Sept. 4 (BNA): Rain is expected.', 'en', 'bna'],
    ['Kabul, Sept. 4 (BNA) Rain is expected.', 'en', 'bakhtar'],
    ['Damascus [Syria], June 9 (ANI): Rain is expected.', 'en', 'ani'],
    ['Wiesbaden (KNA). Es regnet.', 'de', 'kna-germany'],
    ['Wien (APA) - Es regnet.', 'de', 'apa'],
    ['Baku – APA. Rain is expected.', 'en', 'apa-az'],
  ])('are told apart in "%s"', (text, language, id) => {
    expect(read([text], { language }).agency).toBe(id);
  });

  it('stay candidates when nothing tells them apart', () => {
    const reading = read(['Springfield, 4 Sept (ADN) – It rains.'], { language: null });
    expect(reading.agency).toBeNull();
    expect(reading.agencyCandidates.toSorted()).toEqual(['adn', 'adnkronos']);
  });

  it('leave a credit where the letters mean an agency only at home', () => {
    const reading = read(['ISLAMABAD, Mar 24 (NA): Rain is expected.']);
    expect(reading).toMatchObject({ agency: null, agencies: [], credit: 'NA' });
  });
});

describe('the end of a dispatch', () => {
  it.each([
    ['/ritzau/', 'da', 'ritzau'],
    ['Wir warten auf Regen. (dpa)', 'de', 'dpa'],
    ['(TTXVN)', 'vi', 'vna'],
    ['Mai Lan (TTXVN)', 'vi', 'vna'],
    ['© ANSA', 'it', 'ansa'],
    ['The minister left. Enditem', 'en', 'xinhua'],
    ['AGERPRES/(AS - autor: Ion Pop)', 'ro', 'agerpres'],
  ])('"%s" gives the credit', (last, language, id) => {
    const reading = read(['It rained all day.', last], { language });
    expect(reading).toMatchObject({ agency: id, dateline: null });
    expect(reading.agencies).toMatchObject([{ id, role: 'credit' }]);
  });

  it.each([['Foto: Agerpres'], ['(Photo: AFP)'], ['He joined the app (APP)']])(
    '"%s" gives none',
    (last) => {
      expect(read(['It rained all day.', last]).agency).toBeNull();
    },
  );
});

describe('source lines', () => {
  it.each([
    ['Fonte: https://www.ansa.it/x/2024/05/03/a.html', 'ansa.it', '2024-05-03', 'ansa'],
    ['Quelle: dpa', 'dpa', null, 'dpa'],
    ['Источник: https://tass.ru/politika/1', 'tass.ru', null, 'tass'],
    ['来源：新华社', '新华社', null, 'xinhua'],
    ['출처: 조선중앙통신', '조선중앙통신', null, 'kcna'],
    ['Source article: https://blog.example/2024/01/02/x', 'blog.example', '2024-01-02', null],
  ])('"%s" is a hop', (line, site, date, agency) => {
    expect(read(['It rained.', line]).hops).toMatchObject([{ kind: 'source', site, date, agency }]);
  });

  it('does not make the source the sender', () => {
    const reading = read(['It rained.', 'Quelle: dpa']);
    expect(reading).toMatchObject({ agency: null, agencies: [{ id: 'dpa', role: 'source' }] });
  });

  it('does not take a sentence for a source line', () => {
    expect(read(['Source close to the minister said so: it rains.']).hops).toEqual([]);
  });
});
