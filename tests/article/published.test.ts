import { describe, expect, it } from 'vitest';
import type { SiteRules } from '../../config/sites.ts';
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

/** One page, and where it may say its day; the most trusted first, as README states it. */
type Place = {
  readonly name: string;
  readonly head?: (day: string) => string;
  readonly above?: (day: string) => string;
  readonly below?: (day: string) => string;
  readonly foot?: (day: string) => string;
  readonly url?: (day: string) => string;
  readonly sites?: SiteRules;
};

const ORDER: readonly Place[] = [
  {
    name: "the element of a site's rule",
    foot: (day) => `<p><u class="stand">${day}</u></p>`,
    sites: [{ path: 'page', date: 'u.stand' }],
  },
  {
    name: 'JSON-LD',
    head: (day) =>
      `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${day}"}</script>`,
  },
  {
    name: 'microdata',
    foot: (day) => `<span itemprop="datePublished" content="${day}"></span>`,
  },
  {
    name: 'a meta element for the day of publication',
    head: (day) => `<meta property="article:published_time" content="${day}T10:00:00Z">`,
  },
  { name: 'a time behind the headline', below: (day) => `<time datetime="${day}"></time>` },
  { name: 'a meta element for some date', head: (day) => `<meta name="date" content="${day}">` },
  { name: 'the address', url: (day) => `https://site.example/${day.replaceAll('-', '/')}/treaty` },
  { name: 'a line near the headline', below: (day) => `<p>${day}</p>` },
  { name: 'a time elsewhere', above: (day) => `<div><time datetime="${day}"></time></div>` },
];

function dayGivenBy(claims: readonly (readonly [place: Place, day: string])[]): string | null {
  const all = (part: 'head' | 'above' | 'below' | 'foot' | 'url') =>
    claims.map(([place, day]) => place[part]?.(day) ?? '').join('');
  const html = `<head>${all('head')}</head><body>${all('above')}<h1>Treaty signed</h1>${all('below')}${text}${all('foot')}</body>`;
  const sites = claims.flatMap(([place]) => place.sites ?? []);
  const article = readArticle(html, { path: 'page.html', url: all('url') || null }, sites);
  return 'code' in article ? article.code : (article.published?.value ?? null);
}

const contradictions = ORDER.flatMap((higher, at) =>
  ORDER.slice(at + 1).map((lower) => [higher.name, lower.name, higher, lower] as const),
);

describe('where a page contradicts itself', () => {
  it.each(ORDER.map((place) => [place.name, place] as const))(
    '%s alone is believed',
    (_, place) => {
      expect(dayGivenBy([[place, '2012-05-06']])).toBe('2012-05-06');
    },
  );

  it.each(contradictions)('%s is believed before %s', (_higher, _lower, higher, lower) => {
    expect(
      dayGivenBy([
        [higher, '2012-05-06'],
        [lower, '2014-07-08'],
      ]),
    ).toBe('2012-05-06');
    expect(
      dayGivenBy([
        [higher, '2014-07-08'],
        [lower, '2012-05-06'],
      ]),
    ).toBe('2014-07-08');
  });

  it('two that agree are believed before one that is trusted a little more', () => {
    const [date, address, line] = ORDER.slice(5, 8) as [Place, Place, Place];
    expect(
      dayGivenBy([
        [date, '2014-07-08'],
        [address, '2012-05-06'],
        [line, '2012-05-06'],
      ]),
    ).toBe('2012-05-06');
  });

  it('the day of a change is no day of publication', () => {
    const head = `<meta property="article:modified_time" content="2014-07-08T10:00:00Z">
      <script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2014-07-08"}</script>`;
    expect(
      publishedIn(`${head}<h1>Treaty signed</h1><p>Updated: 8 July 2014</p>${text}`),
    ).toBeNull();
  });
});
