import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSites, siteRulesFor } from '../../config/sites.ts';
import { readArticle } from '../../indexer/article/read-article.ts';

const html = `<html><head><title>x</title></head><body><div class="a"><b class="t">Bus stays</b>
<i class="d">2 October 2018</i><u class="s">Riders pay more.</u><em class="w">Ana Ruiz</em>
<div class="n">Brell keeps its night bus, the council said on Monday.<p class="box">Call the office at noon.</p></div></div>
<p>Another text of the page that is longer than the one that the rule names, with two commas, and more.</p></body></html>`;

const rules = `- domain: brell.example
  until: 2018-12-31
  headline: .old
- domain: brell.example
  headline: [.none, b.t]
  standfirst: u.s
  byline: em.w
  date: i.d
  body: div.n
  drop: [p.box]
- path: mirror/brell/
  body: div.n
`;

function sitesFrom(yaml: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'sites-')), 'sites.yaml');
  writeFileSync(file, yaml);
  return loadSites(file);
}

describe('site rules', () => {
  test('name headline, body, date and the parts to drop', () => {
    const article = readArticle(
      html,
      { path: 'x.html', url: 'https://www.brell.example/1' },
      sitesFrom(rules),
    );
    expect(article).toMatchObject({
      headline: { value: 'Bus stays' },
      standfirst: { value: 'Riders pay more.' },
      byline: { value: 'Ana Ruiz' },
      published: { value: '2018-10-02', evidence: { rule: 'site-rule:date' } },
      text: 'Brell keeps its night bus, the council said on Monday.',
    });
  });

  test('go by the stored path when the page has no address', () => {
    const article = readArticle(html, { path: 'mirror/brell/1.html', url: null }, sitesFrom(rules));
    expect('text' in article && article.text).toContain('Call the office');
    expect('text' in article && article.text).not.toContain('Another text');
  });

  const pages: readonly (readonly [url: string, date: string | null, headlines: string[]])[] = [
    ['https://brell.example/1', '2018-05-01', ['.old']],
    ['https://news.brell.example/1', '2018-12-31', ['.old']],
    ['https://brell.example/1', '2018-12', ['.old']],
    ['https://brell.example/1', '2019-01-01', ['b.t']],
    ['https://brell.example/1', null, ['.old', 'b.t']],
    ['https://notbrell.example/1', '2018-05-01', []],
  ];
  test.each(pages)('for %s of %s are those of its period', (url, date, headlines) => {
    const fitting = siteRulesFor(sitesFrom(rules), { path: 'x', url, date });
    expect(fitting.map(({ headline }) => [headline ?? []].flat().at(-1))).toEqual(headlines);
  });

  const layouts: readonly (readonly [title: string, url: string, head: string, text: string])[] = [
    [
      'of the day it declares',
      '/a',
      '<meta property="article:published_time" content="2010-03-01">',
      'Old.',
    ],
    ['of the day in its address', '/2010/03/01/a', '', 'Old.'],
    ['of a later day', '/2019/03/01/a', '', 'New.'],
    ['whose elements it has, when it gives no day', '/a', '', 'Old.'],
  ];
  test.each(layouts)('go by the layout %s', (_title, path, head, text) => {
    const sites = sitesFrom(
      '- {domain: brell.example, until: 2012-12-31, body: td.old}\n- {domain: brell.example, body: div.new}\n',
    );
    const page = `${head}<div class="new">New.</div><table><tr><td class="old">Old.</td></tr></table>`;
    const url = `https://brell.example${path}`;
    expect(readArticle(page, { path: 'x', url }, sites)).toMatchObject({ text });
  });

  test('of an ended layout leave a page without a day alone that lacks its elements', () => {
    const sites = sitesFrom(
      '- {domain: brell.example, until: 2012-12-31, body: td.old, drop: p}\n- {domain: brell.example, body: div.new}\n',
    );
    const page = '<div class="new"><p>New.</p></div>';
    const url = 'https://brell.example/a';
    expect(readArticle(page, { path: 'x', url }, sites)).toMatchObject({ text: 'New.' });
  });

  const faults: readonly (readonly [yaml: string, message: RegExp])[] = [
    ['- domain: brell.example\n- body: p\n', /sites\.yaml:2: .*needs a domain or a path/],
    ['- domain: brell.example\n  titel: h1\n', /sites\.yaml:1: .*titel/],
    ['- domain: brell.example\n  until: soon\n', /sites\.yaml:2: 0\.until: a day like/],
    ['- domain: [\n', /sites\.yaml:\d+: /],
  ];
  test.each(faults)('%j is refused with its line', (yaml, message) => {
    expect(() => sitesFrom(yaml)).toThrow(message);
  });

  test('of the project itself load', () => {
    expect(Array.isArray(loadSites())).toBe(true);
  });
});
