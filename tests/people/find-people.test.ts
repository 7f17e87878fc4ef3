import { describe, expect, it } from 'vitest';
import { loadPeople } from '../../config/people.ts';
import { findPeople } from '../../indexer/people/find-people.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';

const matcher = buildMatcher(loadPeople());
const read = (text: string, language: string | null = null) => findPeople(text, language, matcher);

describe('one person, however printed', () => {
  it.each([
    ['en', 'Kim Jong-un arrived.'],
    ['en', 'KIM JONG UN ARRIVED.'],
    ['en', 'The crowd saw ComradeKim Jong Unreceived by soldiers.'],
    ['en', 'HEKim Jong Un wrote.'],
    ['ko', '김정은동지께서 도착하시였다.'],
    ['zh', '金正恩抵达。'],
    ['ru', 'Встреча с Ким Чен Ыном прошла вчера.'],
    ['it', 'Il rispettato Compagno Kim Jong Un è arrivato.'],
  ])('%s: %s', (language, text) => {
    expect(read(text, language).people).toEqual(['kim-jong-un']);
  });

  it.each([
    'Vladimir Putin',
    'PUTIN Vladimir',
    'Putin, Vladimir',
    'Vladimir Vladimirovič Putin',
    'Владимир Владимирович Путин',
    'فلاديمير بوتين',
    '普京',
  ])('reads %s as Vladimir Putin', (text) => {
    expect(read(`${text}.`).people).toEqual(['vladimir-putin']);
  });
});

describe('a thing called after a person', () => {
  it.each([
    ['en', 'They met on Kim Il Sung Square.'],
    ['en', 'Graduates of Kim Il SungUniversity marched.'],
    ['en', 'Members of the Kim Il Sung Socialist Youth League marched.'],
    ['en', 'The Kim Il Sung-Kim Jong Il Foundation gave money.'],
    ['en', 'He received the Order of Kim Il Sung.'],
    ['en', 'Kimilsungism-Kimjongilism is an ideology.'],
    ['it', "All'Università Kim Il Sung e in piazza Kim Il Sung; in via Lenin."],
    ['de', 'Auf dem Kim-Il-Sung-Platz und in der Kim-Il-Sung-Universität.'],
    ['ru', 'На улице Ленина и в университете имени Ким Ир Сена.'],
    ['ko', '김일성종합대학과 김일성광장에서, 김일성훈장.'],
    ['zh', '金日成综合大学，金日成廣場。'],
  ])('%s: %s', (language, text) => {
    expect(read(text, language).people).toEqual([]);
  });
});

describe('names in one dispatch', () => {
  it('gives a later family name to the person named in full, and counts it', () => {
    const { mentions } = read(
      'Vladimir Putin spoke. Later Putin left, and V. V. Putin wrote.',
      'en',
    );
    expect(mentions.map(({ person, count }) => [person, count])).toEqual([['vladimir-putin', 3]]);
  });

  it('gives a family name that two people bear to nobody', () => {
    const { mentions } = read('Kim Jong Un met Kim Chol Su. Kim smiled.', 'en');
    expect(mentions.map(({ person, count }) => [person, count])).toEqual([['kim-jong-un', 1]]);
  });

  it('keeps the title as printed', () => {
    const { mentions } = read(
      'Erano presenti Sergej Lavrov, Ministro degli Esteri russo, e il rispettato Compagno Kim Jong Un.',
      'it',
    );
    expect(mentions.map(({ role }) => role)).toEqual([
      'Ministro degli Esteri russo',
      'il rispettato Compagno',
    ]);
  });

  it('reads headline and standfirst too, and says in which field the name stands', () => {
    const reading = findPeople(
      [
        { field: 'headline', text: 'Xi Jinping a Mosca' },
        { field: 'text', text: 'Il vertice è cominciato.' },
      ],
      'it',
      matcher,
    );
    expect(reading.mentions).toMatchObject([
      { person: 'xi-jinping', field: 'headline', span: [0, 10] },
    ]);
  });
});
