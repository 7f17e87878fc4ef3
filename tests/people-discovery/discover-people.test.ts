import { describe, expect, it } from 'vitest';
import { discoverPeople } from '../../indexer/people/discovery/discover-people.ts';
import { explainPerson } from '../../indexer/people/discovery/explain-person.ts';
import { loadPersonModel } from '../../indexer/people/discovery/person-model.ts';
import { tagPeople } from '../../indexer/people/discovery/tag-people.ts';

const model = loadPersonModel();
const found = (text: string) => tagPeople(text, model).map((span) => span.text);
const keys = (text: string) => discoverPeople(text, [], model).map(({ key }) => key);

describe('the tagger', () => {
  it.each([
    [
      'it',
      'Il ministro Carlo Bertolazzi ha incontrato Paola Ferrandi a Torino.',
      ['Carlo Bertolazzi', 'Paola Ferrandi'],
    ],
    [
      'en',
      'President Martin Holloway met Sarah Lindqvist in London on Monday.',
      ['Martin Holloway', 'Sarah Lindqvist'],
    ],
    [
      'fr',
      'Le président Pierre Lachaume a reçu Catherine Delvigne à Paris.',
      ['Pierre Lachaume', 'Catherine Delvigne'],
    ],
    [
      'es',
      'El presidente Manuel Arozamena se reunió con Lucía Herranz en Madrid.',
      ['Manuel Arozamena', 'Lucía Herranz'],
    ],
    [
      'de',
      'Außenminister Thomas Hagedorn traf Petra Wollenberg in Berlin.',
      ['Thomas Hagedorn', 'Petra Wollenberg'],
    ],
    [
      'pt',
      'O presidente Paulo Figueiredo recebeu Marta Carvalhais em Lisboa.',
      ['Paulo Figueiredo', 'Marta Carvalhais'],
    ],
    [
      'ru',
      'Президент Сергей Воронцов встретился с Ириной Ладыниной в Москве.',
      ['Сергей Воронцов', 'Ириной Ладыниной'],
    ],
    [
      'nl',
      'Premier Willem Hoogland sprak met Anna Terlouw in Brussel.',
      ['Willem Hoogland', 'Anna Terlouw'],
    ],
  ])('finds the people of a plain sentence (%s)', (_, text, people) => {
    expect(found(text)).toEqual(people);
  });

  it('gives offsets that cut the name out of the text', () => {
    const text = 'Ieri — e non oggi — Marcello dell’Osso ha parlato con Anna Bianchi.';
    for (const span of tagPeople(text, model)) {
      expect(text.slice(span.start, span.end)).toBe(span.text);
      expect(span.confidence).toBeGreaterThan(0);
      expect(span.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('knows a surname again after the full name', () => {
    const text = 'Il regista Paolo Zambelli è a Venezia. «Un bel festival», dice Zambelli.';
    expect(found(text)).toEqual(['Paolo Zambelli', 'Zambelli']);
  });

  it('takes the street of a person named elsewhere for a street', () => {
    const text =
      'Il regista Paolo Zambelli è a Venezia. Paolo Zambelli abita in via Paolo Zambelli, già via Zambelli.';
    expect(found(text)).toEqual(['Paolo Zambelli', 'Paolo Zambelli']);
  });

  it('knows a declined Russian surname again', () => {
    const text = 'Выступил депутат Виктор Громыхалов. Журналисты спросили Громыхалова о планах.';
    expect(found(text)).toEqual(['Виктор Громыхалов', 'Громыхалова']);
  });

  it.each([
    'L’incidente è avvenuto in via Giuseppe Mazzini.',
    'Il convegno si tiene alla Fondazione Carlo Cattaneo.',
    'È atterrato all’aeroporto Leonardo da Vinci.',
    'The ceremony was held at Kim Il Sung University.',
    'La strada per Reggio Emilia è chiusa.',
    'Costa Rica und Sri Lanka unterzeichnen ein Abkommen.',
    'The march went down John Kennedy Avenue.',
    'Работы идут на проспекте Юрия Гагарина.',
  ])('takes no place and no thing for a person: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    '김정은 위원장이 공장을 방문했다.',
    '习近平会见了普京。',
    'التقى الرئيس بالوزير محمد علي.',
  ])('leaves scripts without capitals to the authority file: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['Present was Han Sok Nam, secretary of the committee of the factory.', 'Han Sok Nam'],
    ['The minister thanked Marta Lindqvist Monday for her help.', 'Marta Lindqvist'],
  ])('cuts a name where it begins and ends: %s', (text, name) => {
    expect(found(text)).toEqual([name]);
  });

  it.each([
    ['Артистов представил руководитель театра Алексей Громыхалов.', 'Алексей Громыхалов'],
    ['О работе рассказал академик Роман Воронцов.', 'Роман Воронцов'],
    ['Книгу написал судья Джордж Кинг из Лондона.', 'Джордж Кинг'],
    ['O escritor Manuel Maurício esteve em Lisboa.', 'Manuel Maurício'],
  ])('takes no person for a thing that has a name: %s', (text, name) => {
    expect(found(text)).toContain(name);
  });

  it('takes no common word with "of" and a place for a person', () => {
    expect(
      found('O presidente da Câmara de Alcobaça e o Regimento de Infantaria ficaram em casa.'),
    ).toEqual([]);
  });

  it('reads a headline in capitals', () => {
    expect(found('IL MINISTRO MARIO BERTOLAZZI INCONTRA I SINDACATI')).toEqual([
      'MARIO BERTOLAZZI',
    ]);
  });
});

describe('discovery', () => {
  it('reports full names once, with their count, their place and the office beside them', () => {
    const text =
      'Il ministro degli Esteri Carlo Bertolazzi è a Oslo. Carlo Bertolazzi vedrà il re. Bertolazzi resta due giorni.';
    expect(discoverPeople(text, [], model)).toEqual([
      {
        key: 'carlo bertolazzi',
        asPrinted: 'Carlo Bertolazzi',
        span: { start: 25, end: 41 },
        count: 2,
        confidence: expect.any(Number),
        role: 'ministro degli Esteri',
      },
    ]);
  });

  it('leaves to the authority file what it has taken', () => {
    const text = 'Il ministro Carlo Bertolazzi ha visto Paola Ferrandi.';
    const candidates = discoverPeople(text, [{ start: 12, end: 28 }], model);
    expect(candidates.map(({ key }) => key)).toEqual(['paola ferrandi']);
  });

  it('strips titles from the key', () => {
    expect(keys('Parla il prof. Ugo Tarantelli.')).toEqual(['ugo tarantelli']);
  });

  it.each([
    'The carrier Theodore Roosevelt called at a port.',
    'They visited Haeju Kim Won Gil Teacher Training College.',
    'A unit joined the Cha Kwang Su trade union shock brigade.',
    'They saw the Lake of Samjiyon Mubangsu.',
    'He works for the Hangil Technology Co. in the city.',
    'Nothing is impossible, says Rodong Sinmun Monday in an article.',
  ])('reports no ship, no school, no firm and no newspaper: %s', (text) => {
    expect(keys(text)).toEqual([]);
  });

  it('reads the office behind the name too, and leaves off what is glued to it', () => {
    const text =
      'Anna Lindqvist, deputy minister of Trade, left. The Marta Olofsson-led team stayed.';
    expect(discoverPeople(text, [], model)).toMatchObject([
      { key: 'anna lindqvist', role: 'deputy minister of Trade' },
    ]);
    expect(
      keys('They asked about the Marta-Olofsson-led team and Paola Ferrandi-backed plans.'),
    ).toContain('paola ferrandi');
  });

  it('says which features spoke for a name', () => {
    const text = 'Il ministro Carlo Bertolazzi ha parlato.';
    const reasons = explainPerson(text, { start: 12, end: 28 }, model);
    expect(reasons).toHaveLength(5);
    expect(reasons.every(({ weight }) => weight > 0)).toBe(true);
    expect(reasons.map(({ word }) => word)).toContain('Carlo');
  });
});
