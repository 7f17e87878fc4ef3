import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm, idFromPath, idFromUrl } from '../../indexer/convert/dispatch-id.ts';

describe('the id of a dispatch', () => {
  it.each([
    ['http and https', 'http://notebook.example/a/', 'https://notebook.example/a/'],
    ['www and none', 'https://www.notebook.example/a', 'https://notebook.example/a'],
    ['a slash at the end', 'https://notebook.example/a', 'https://notebook.example/a/'],
    [
      'campaign parameters',
      'https://notebook.example/a?utm_source=x&id=1',
      'https://notebook.example/a?id=1',
    ],
    [
      'the order of parameters',
      'https://notebook.example/?b=2&a=1',
      'https://notebook.example/?a=1&b=2',
    ],
    ['a fragment', 'https://notebook.example/a#top', 'https://notebook.example/a'],
    ['capitals in the host', 'https://Notebook.Example/a', 'https://notebook.example/a'],
  ])('does not depend on %s', (_what, one, other) => {
    expect(idFromUrl(one)).toBe(idFromUrl(other));
  });

  it.each([
    ['the path', 'https://notebook.example/a', 'https://notebook.example/b'],
    [
      'a parameter that names the page',
      'https://notebook.example/?p=1',
      'https://notebook.example/?p=2',
    ],
    ['the host', 'https://a.example/x', 'https://b.example/x'],
  ])('tells pages apart by %s', (_what, one, other) => {
    expect(idFromUrl(one)).not.toBe(idFromUrl(other));
  });

  it('is the same for a path in either normal form', () => {
    expect(idFromPath('caff\u00e8.html')).toBe(idFromPath('caffe\u0300.html'));
  });

  it('is one that the engine and the schema take, whatever the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => {
        expect(idFromPath(path)).toMatch(/^[a-z2-9]{16}$/);
      }),
    );
  });

  it('is kept for ever: these were given once', () => {
    expect(idFromPath('1945/05/08/surrender.html')).toBe(PINNED.path);
    expect(idFromUrl('https://notebook.example/1945/05/08/surrender/')).toBe(PINNED.url);
  });

  it('comes from one spelling of the address', () => {
    expect(canonicalForm('https://www.notebook.example/x/?fbclid=1')).toBe('notebook.example/x');
  });
});

const PINNED = { path: 'i43uqzkamgy7b4pc', url: 'kcdci6s94udgqnxk' };
