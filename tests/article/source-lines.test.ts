import { describe, expect, test } from 'vitest';
import type { Article } from '../../indexer/article/article.ts';
import { readArticle } from '../../indexer/article/read-article.ts';

const story = [
  'Brello, 2 ottobre (ALN) – Il consiglio comunale ha deciso di mantenere il bus notturno, che porta novanta persone.',
  'Il biglietto costerà dieci centesimi in più, ha detto il sindaco, e le corse del sabato saranno due.',
  'La decisione passa ora alla provincia, che ha tempo fino a dicembre per approvarla o respingerla.',
];

function read(html: string): Article {
  const article = readArticle(`<h1>Resta il bus</h1>${html}`, { path: 'x.html', url: null }, []);
  if ('code' in article) throw new Error(article.detail);
  return article;
}

const paragraphs = (...texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const [first = '', second = '', third = ''] = story;

const address = 'https://aln.example/77';
const link = `<a href="${address}">${address}</a>`;

/** Each line is taken out, wherever it stands at the ends of the article. */
const lines: readonly (readonly [html: string, printed: string])[] = [
  [`FONTE ARTICOLO: ${link}`, `FONTE ARTICOLO: ${address}`],
  [`Fonte: ${address}`, `Fonte: ${address}`],
  ['Source: ALN', 'Source: ALN'],
  [
    '(Fonte: Agenzia del Lago Nuovo, 2 ottobre 2018)',
    '(Fonte: Agenzia del Lago Nuovo, 2 ottobre 2018)',
  ],
  [`<b>Quelle:</b> <a href="${address}">Der Bus bleibt</a>`, 'Quelle: Der Bus bleibt'],
  ['Источник: ТАСС', 'Источник: ТАСС'],
  ['来源：新华社', '来源：新华社'],
  ['출처: 조선중앙통신', '출처: 조선중앙통신'],
  ['المصدر: سانا', 'المصدر: سانا'],
  [`Fonte:<br>${link}`, `Fonte: ${address}`],
  [`Fonte articolo</p><p>${link}`, `Fonte articolo ${address}`],
  ['Traduzione di Ugo Viti', 'Traduzione di Ugo Viti'],
  [
    'Traduzione a cura della redazione di Brello: Ugo Viti',
    'Traduzione a cura della redazione di Brello: Ugo Viti',
  ],
  ['Translated by Ana Ruiz', 'Translated by Ana Ruiz'],
  ['Перевод: Анна Руис', 'Перевод: Анна Руис'],
  ['翻译：王海', '翻译：王海'],
];

describe('the line', () => {
  test.each(lines)('%s above the text is kept apart from it', (html, printed) => {
    const article = read(paragraphs(html, ...story));
    expect(article.blocks.map(({ text }) => text)).toEqual(story);
    expect(article.sources.map(({ text }) => text)).toEqual([printed]);
  });

  test.each(lines)('%s below the text is kept apart from it', (html, printed) => {
    const article = read(paragraphs(...story, html));
    expect(article.text).toBe(story.join('\n\n'));
    expect(article.body).not.toContain(printed);
    expect(article.sources.map(({ text }) => text)).toEqual([printed]);
  });

  const sentences = [
    'Fonte: lo ha detto il sindaco. Il consiglio si riunisce domani, alle nove, nella sala grande.',
    'Source - close to the council - said the ticket will cost ten cents more.',
    'La traduzione di Ugo Viti ha vinto ieri sera il premio dei lettori di Brello e della sua valle.',
    'Source of the river is a spring near Brell: it was found by Ana Ruiz in 1911, her diary says.',
  ];
  test.each(sentences)('“%s” is text', (sentence) => {
    const article = read(paragraphs(...story, sentence));
    expect(article.sources).toEqual([]);
    expect(article.text).toContain(sentence);
  });
});

describe('source lines', () => {
  test('parted from the text by line breaks alone are taken line by line', () => {
    const article = read(
      `<div>FONTE: ${link}<br>Traduzione di Ugo Viti<br>${first}<br>${second}</div>`,
    );
    expect(article.text).toBe(`${first}\n${second}`);
    expect(article.body).toBe(`${first}  \n${second}`);
    expect(article.sources.map(({ text }) => text)).toEqual([
      `FONTE: ${address}`,
      'Traduzione di Ugo Viti',
    ]);
  });

  test('are found around the element of the text, above and below', () => {
    const box = `<div class="story-text">${paragraphs(...story)}</div>`;
    const html = `<p>Fonte: ${link}</p>${box}<p>Traduzione di Ugo Viti</p><h3>Altre notizie</h3><p>Fonte: Agenzia altrui</p>`;
    const article = read(`<main>${html}</main>`);
    expect(article.text).toBe(story.join('\n\n'));
    expect(article.sources.map(({ text }) => text)).toEqual([
      `Fonte: ${address}`,
      'Traduzione di Ugo Viti',
    ]);
  });

  test('keep their links, made absolute, at their places', () => {
    const base = '<base href="https://quaderno.example/a/">';
    const { sources } = read(
      `${base}${paragraphs(...story, 'Fonte: <a href="https://aln.example/77">ALN</a>, <a href="b">qui</a>')}`,
    );
    expect(sources).toEqual([
      {
        text: 'Fonte: ALN, qui',
        links: [
          { start: 7, end: 10, href: 'https://aln.example/77' },
          { start: 12, end: 15, href: 'https://quaderno.example/a/b' },
        ],
      },
    ]);
  });

  test('in the middle of a text are text unless they give an address', () => {
    const many = [...story, ...story.map((text) => text.replace('o', 'o, come detto')), ...story];
    const middle = ['Fonte: ALN', `Fonte: ${link}`];
    const article = read(paragraphs(...many.slice(0, 4), ...middle, ...many.slice(4)));
    expect(article.text).toContain('Fonte: ALN');
    expect(article.sources.map(({ text }) => text)).toEqual([`Fonte: ${address}`]);
  });

  test('below a data table are cells of it no more than the text is', () => {
    const table =
      '<table><tr><th>Riga</th><th>Fonte: ALN</th></tr><tr><td>1</td><td>2</td></tr></table>';
    const article = read(`${paragraphs(third, second, first)}${table}`);
    expect(article.text).toContain('Fonte: ALN');
  });
});
