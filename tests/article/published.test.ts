import { describe, expect, it } from 'vitest';
import { readArticle } from '../../indexer/article/read-article.ts';

const text =
  '<p>The treaty was signed in the hall this afternoon, before the delegates of six countries.</p>'.repeat(
    3,
  );

function publishedIn(html: string, url: string | null = null): string | null {
  const article = readArticle(html, { path: 'page.html', url }, []);
  return 'code' in article ? article.code : (article.published?.value ?? null);
}

describe('the day a page appeared', () => {
  it.each(['1909-07-26', '1945-05-09', '1979-12-31', '2024-06-25'])('may be %s', (day) => {
    const head = `<meta property="article:published_time" content="${day}T09:10:00+00:00">`;
    expect(publishedIn(`${head}<h1>Treaty signed</h1>${text}`)).toBe(day);
  });

  it.each(['1970-01-01', '1969-12-31', '1900-01-01', '0001-01-01', '1788-05-01'])(
    'is not %s, which is how systems write that they know none',
    (day) => {
      const head = `<meta property="article:published_time" content="${day}T00:00:00Z">`;
      expect(publishedIn(`${head}<h1>Treaty signed</h1>${text}`)).toBeNull();
    },
  );

  it('is read from a line of its own under the headline, whatever the century', () => {
    expect(publishedIn(`<h1>Treaty signed</h1><i>25 March 1957</i>${text}`)).toBe('1957-03-25');
  });

  it('is not the day of the past that a summary tells of', () => {
    const summary =
      '<p>What was agreed on 25 March 1957 in the hall of the Capitol still holds.</p>';
    expect(publishedIn(`<h1>Treaty signed</h1>${summary}${text}`)).toBeNull();
  });

  it('is not taken from an address that counts like a year of the past', () => {
    expect(publishedIn(`<h1>Treaty</h1>${text}`, 'https://site.example/1945/05/08/x')).toBeNull();
  });
});
