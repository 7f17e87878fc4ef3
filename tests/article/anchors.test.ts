import { describe, expect, test } from 'vitest';
import { readArticle } from '../../indexer/article/read-article.ts';

const page = { path: 'page.html', url: null };

const story = [
  'The council of Brell voted on Monday to keep the night bus, which carries ninety people a day.',
  'The ticket will cost ten cents more, the mayor said, and there will be two buses on Saturdays.',
  'The decision now goes to the province, which has until December to approve it or turn it down.',
  'Until then the drivers, eleven men and four women, keep the pay and the hours that they have now.',
];
const other = [
  'The tram was opened in the spring of a dry year, and for three decades it was the pride of the town.',
  'Its enemies, who were many, wrote letters to the editor, and some of them were even printed, in part.',
  'When the last car left for the depot, a band played, a child cried, and the mayor, it is said, slept.',
  'Nobody has counted what the tram cost, though a teacher, in a long winter, once began to, and gave up.',
];
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const jsonLd = (body: string) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: body })}</script>`;

function textOf(html: string): string {
  const article = readArticle(`<h1>Night bus stays</h1>${html}`, page, []);
  return 'code' in article ? article.code : article.text;
}

describe('the body that JSON-LD repeats', () => {
  const links =
    '<p><a href="/x">Another page of this site, with a long name of its own</a></p>'.repeat(30);
  const boxes = `<div>${paragraphs(other)}</div>${links}<div>${paragraphs(story)}</div>`;

  test('shows which of two texts is the article', () => {
    expect(textOf(boxes)).toBe(other.join('\n\n'));
    expect(textOf(`${jsonLd(story.join(' '))}${boxes}`)).toBe(story.join('\n\n'));
  });

  test('keeps a text that a misleading name would drop', () => {
    const box = `<div class="related-content">${paragraphs(story)}</div>${links}<div>${paragraphs(other.slice(0, 1))}</div>`;
    expect(textOf(box)).toBe(other[0]);
    expect(textOf(`${jsonLd(story.join('\n'))}${box}`)).toBe(story.join('\n\n'));
  });

  test('keeps a line that would be dropped as a line about the page', () => {
    const line =
      'Copyright of the minutes of the council, which fill a shelf, was the last matter of the evening.';
    const body = paragraphs([...story, line]);
    expect(textOf(body)).toBe(story.join('\n\n'));
    expect(textOf(`${jsonLd([...story, line].join(' '))}${body}`)).toBe(
      [...story, line].join('\n\n'),
    );
  });

  test('counts for nothing when the page does not print it', () => {
    const elsewhere =
      'A text of another page about another town, in which no bus runs by night at all. '.repeat(5);
    expect(textOf(`${jsonLd(elsewhere)}${boxes}`)).toBe(textOf(boxes));
  });

  test('is never a source of text', () => {
    const longer = [
      ...story,
      'This sentence stands in the metadata alone and no reader of the page sees it.',
    ];
    expect(textOf(`${jsonLd(longer.join(' '))}<div>${paragraphs(story)}</div>`)).toBe(
      story.join('\n\n'),
    );
  });
});

describe('what other sites put into an article', () => {
  const [first, second, ...rest] = paragraphs(story).split(/(?<=<\/p>)/);
  const third = rest.join('');
  const post = `<blockquote class="twitter-tweet"><p>The night bus is saved, and so is my job.</p>&mdash; Night Driver
    <a href="https://twitter.com/x/status/1">October 2, 2018</a></blockquote><script async src="widgets.js"></script>`;
  const article = readArticle(`<h1>Night bus stays</h1>${first}${post}${second}${third}`, page, []);

  test('an embedded post is a quotation: readers see it', () => {
    expect(
      'blocks' in article && article.blocks.filter(({ kind }) => kind === 'quote'),
    ).toHaveLength(2);
  });

  test('the day of an embedded post is not the day of the page', () => {
    expect('published' in article && article.published).toBeNull();
  });

  const dropped: readonly (readonly [what: string, html: string])[] = [
    [
      'a box about the author',
      '<div class="author-bio"><p>Ana Ruiz lives near the harbour with two dogs.</p></div>',
    ],
    [
      'a show of slides',
      '<div class="slideshow"><ul><li><p>The bus by night.</p></li><li><p>The mayor gets on.</p></li></ul></div>',
    ],
    [
      'the invitation of an embedded picture',
      '<div><a href="https://pictures.example/1">View this post on Pictures</a></div>',
    ],
    [
      'a player',
      '<div class="video-player"><p>Your browser does not support this video.</p></div>',
    ],
  ];
  test.each(dropped)('%s is no text', (_what, html) => {
    expect(textOf(`${first}${html}${second}${third}`)).toBe(story.join('\n\n'));
  });
});

describe('a byline that names no person', () => {
  test('is kept as printed', () => {
    const html = `<h1>Il bus</h1><p class="byline">di redazione</p>${paragraphs(story)}`;
    expect(readArticle(html, page, [])).toMatchObject({ byline: { value: 'di redazione' } });
  });
});
