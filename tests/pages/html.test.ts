import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attributes, html, toMarkup, unsafeMarkup } from '../../src/pages/html.ts';

it('escapes text and attribute values, and keeps the markup of the template', () => {
  const hostile = `<script>alert("1")</script> & 'quotes'`;
  expect(toMarkup(html`<p title="${hostile}">${hostile}</p>`)).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;quotes&#39;">' +
      '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;quotes&#39;</p>',
  );
});

it('puts templates into templates without escaping them twice', () => {
  const lines = ['a', 'b & c'].map((text) => html`<li>${text}</li>`);
  expect(toMarkup(html`<ul>${lines}</ul>`)).toBe('<ul><li>a</li><li>b &amp; c</li></ul>');
});

it('prints nothing for what is absent, and a zero as a zero', () => {
  expect(toMarkup(html`[${null}${undefined}${false}${0}${''}]`)).toBe('[0]');
});

it('writes attributes that have a value and leaves out those that have none', () => {
  const written = attributes({ id: 'a"b', checked: true, hidden: false, lang: null, tabindex: 0 });
  expect(toMarkup(written)).toBe(' id="a&quot;b" checked tabindex="0"');
});

it('lets no text of any kind out of the place it was put in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const inside = toMarkup(html`${text}`);
      expect(inside).not.toMatch(/[<>"']/);
      const unescaped = inside.replace(
        /&(lt|gt|quot|#39|amp);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '',
      );
      expect(unescaped).toBe(text);
    }),
  );
});

it('takes ready-made markup only through its own door', () => {
  expect(toMarkup(html`${unsafeMarkup('<hr>')}`)).toBe('<hr>');
  const lookalike = { markup: '<hr>' } as unknown as string;
  expect(() => toMarkup(html`${lookalike}`)).toThrow();
});
