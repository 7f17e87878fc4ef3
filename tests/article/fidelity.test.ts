import { describe, expect, test } from 'vitest';
import { readArticle } from '../../indexer/article/read-article.ts';

const sentence =
  'The ferry of Brell sails again on Friday, the harbour master said, with two boats a day.';

/** Text and Markdown of a body; the same where only one is given. */
const pieces: readonly (readonly [what: string, html: string, text: string, markdown?: string])[] =
  [
    [
      'inline tags within a word join it',
      '<p>Night<b>bu</b>s, H<sub>2</sub>O</p>',
      'Nightbus, H2O',
      'Night**bu**s, H2O',
    ],
    [
      'a space stays on the side of the tag where it stands',
      '<p>a <i>b</i> c<i> d </i>e</p>',
      'a b c d e',
      'a _b_ c _d_ e',
    ],
    [
      'line wraps of the source are spaces',
      '<p>one\n   two<span>\n</span>three</p>',
      'one two three',
    ],
    [
      'no space is put before a full stop',
      '<p>the <a href="http://a.example/">end</a>.</p>',
      'the end.',
      'the [end](http://a.example/).',
    ],
    ['a break is a break', '<p>one<br>two</p>', 'one\ntwo', 'one  \ntwo'],
    ['two breaks end a block', '<div>one<br><br>two</div>', 'one\n\ntwo'],
    [
      'blocks without space between their tags are apart',
      '<div>one</div><div>two</div>',
      'one\n\ntwo',
    ],
    [
      'entities are read, also without semicolon',
      '<p>R&amp;D caf&eacute; &#8212; &#x201C;a&#x201D; &lt;b&gt; 5&nbsp;km &copy</p>',
      'R&D café — “a” <b> 5 km ©',
    ],
    [
      'numbers of windows-1252 as entities are read as browsers do',
      '<p>&#147;a&#148; &#150; &#133;</p>',
      '“a” – …',
    ],
    ['soft hyphens are out', '<p>Donau&shy;dampf&#173;schiff</p>', 'Donaudampfschiff'],
    [
      'zero-width characters are out',
      '<p>Pu\u200btin \ufeffa\u2060b \u200dc\u200cd</p>',
      'Putin ab cd',
    ],
    ['joiners of Persian stay', '<p>می\u200cرود و خانه\u200cها</p>', 'می\u200cرود و خانه\u200cها'],
    ['emoji stay whole', '<p>a 👨\u200d👩\u200d👧 b</p>', 'a 👨\u200d👩\u200d👧 b'],
    ['marks of direction are out', '<p>\u202bשלום\u202c עולם\u200f</p>', 'שלום עולם'],
    [
      'right-to-left text keeps the order in which it is read',
      '<p dir="rtl">قال <b>الوزير</b> إن 12 سفينة غادرت.</p>',
      'قال الوزير إن 12 سفينة غادرت.',
      'قال **الوزير** إن 12 سفينة غادرت.',
    ],
    [
      'readings over characters are out',
      '<p><ruby>平壌<rp>(</rp><rt>ピョンヤン</rt><rp>)</rp></ruby>で会議</p>',
      '平壌で会議',
    ],
    [
      'line wraps between Chinese characters are no spaces',
      '<p>会议\n在北京\n  举行</p>',
      '会议在北京举行',
    ],
    ['a wrap between Chinese and Latin is a space', '<p>在\nBeijing\n举行</p>', '在 Beijing 举行'],
    ['Korean keeps its spaces', '<p>평양에서\n회의가 열렸다</p>', '평양에서 회의가 열렸다'],
    ['composed and decomposed letters stay as written', '<p>cafe\u0301</p>', 'cafe\u0301'],
    [
      'headings',
      '<h2>Part one</h2><p>a</p><h3>Part two</h3><p>b</p>',
      'Part one\n\na\n\nPart two\n\nb',
      '## Part one\n\na\n\n### Part two\n\nb',
    ],
    [
      'lists',
      '<ul><li>one</li><li>two<ol><li>first</li></ol></li></ul>',
      'one\n\ntwo\n\nfirst',
      '-   one\n-   two\n    1.  first',
    ],
    ['quotes', '<blockquote><p>one</p><p>two</p></blockquote>', 'one\n\ntwo', '> one\n> \n> two'],
    [
      'emphasis',
      '<p><em>a</em> <strong>b</strong> <i>c</i> <b>d</b></p>',
      'a b c d',
      '_a_ **b** _c_ **d**',
    ],
    [
      'tables',
      '<table><tr><th>Town</th><th>Votes</th></tr><tr><td>Brell</td><td>90 | 91</td></tr></table>',
      'Town\n\nVotes\n\nBrell\n\n90 | 91',
      '| Town | Votes |\n| --- | --- |\n| Brell | 90 \\| 91 |',
    ],
    ['preformatted text', '<pre>a  b\n c</pre>', 'a  b\n c', '```\na  b\n c\n```'],
    [
      'signs of Markdown',
      '<p>1. *a* [b] _c_ # d</p>',
      '1. *a* [b] _c_ # d',
      '1\\. \\*a\\* \\[b\\] \\_c\\_ # d',
    ],
  ];

function read(html: string) {
  const article = readArticle(
    `<h1>The ferry sails</h1><p>${sentence}</p>${html}<p>${sentence}</p>`,
    { path: 'x', url: null },
    [],
  );
  if ('code' in article) throw new Error(article.detail);
  const between = (whole: string) => whole.slice(sentence.length, -sentence.length).trim();
  return { text: between(article.text), markdown: between(article.body) };
}

describe('text and Markdown', () => {
  const cases = pieces.map(
    ([what, html, text, markdown = text]) => [what, html, text, markdown] as const,
  );
  test.each(cases)('%s', (_what, html, text, markdown) => {
    expect(read(html)).toEqual({ text, markdown });
  });

  test('images are their alternative text in Markdown, and nothing in the text', () => {
    const { text, markdown } = read(
      '<p>Before <img src="a.jpg" alt="Boats at the pier"> after.</p>',
    );
    expect(text).toBe('Before after.');
    expect(markdown).toBe('Before Boats at the pier after.');
  });
});
