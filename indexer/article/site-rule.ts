import { selectAll } from 'css-select';
import type { AnyNode, Document, Element } from 'domhandler';
import type { SiteRule, SiteRules } from '../../config/sites.ts';
import { oneLine } from './page-metadata.ts';
import { textBelow } from './tree.ts';

type SelectorField = 'headline' | 'standfirst' | 'byline' | 'body' | 'date' | 'drop';

/** Of a site's rules the first whose layout the page has; one alone needs no proof. */
export function ruleOnPage(document: Document, rules: SiteRules): SiteRule | null {
  const telling = ['body', 'headline', 'date'] as const;
  const hasLayout = (rule: SiteRule) =>
    telling.some((field) => selectOne(document, rule, field) !== null);
  return rules.length > 1 ? (rules.find(hasLayout) ?? null) : (rules[0] ?? null);
}

/** The first element that a field's selectors find, tried in order; `null` without rule or match. */
export function selectOne(
  document: Document,
  rule: SiteRule | null,
  field: SelectorField,
): Element | null {
  for (const selector of selectorsOf(rule, field)) {
    const found = selectAll<AnyNode, Element>(selector, document)[0];
    if (found) return found;
  }
  return null;
}

/** All elements that any of a field's selectors find. */
export function selectEvery(
  document: Document,
  rule: SiteRule | null,
  field: SelectorField,
): Element[] {
  return selectorsOf(rule, field).flatMap((selector) =>
    selectAll<AnyNode, Element>(selector, document),
  );
}

function selectorsOf(rule: SiteRule | null, field: SelectorField): readonly string[] {
  const selectors = rule?.[field];
  if (selectors === undefined) return [];
  return typeof selectors === 'string' ? [selectors] : selectors;
}

/** The text of the element that a site's rule names as its date. */
export function dateBySiteRule(document: Document, rule: SiteRule | null): string | null {
  const element = selectOne(document, rule, 'date');
  if (!element) return null;
  return element.attribs['datetime'] ?? element.attribs['content'] ?? oneLine(textBelow(element));
}
