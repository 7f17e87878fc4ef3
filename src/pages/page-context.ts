import type { FacetName } from '../search/query.ts';
import type { Assets } from './assets.ts';
import type { Formats } from './formats.ts';
import { type ChosenPeriod, withPeriod } from './period.ts';
import type { Words } from './words/en.ts';

/** What every page needs to speak to one reader. */
export interface PageContext {
  readonly words: Words;
  readonly formats: Formats;
  /** The name readers know for a value of a facet, in the language of the interface. */
  readonly label: (facet: FacetName, value: string) => string;
  readonly assets: Assets;
  /** The language the reader chose by `?ui=`; `null` when the browser's wish decides. */
  readonly ui: string | null;
  /** The span ending today that the address asks for. */
  readonly period: ChosenPeriod | null;
  /** Path and query of this page, without `ui`. */
  readonly address: string;
  /** Scheme and host that the reader used, for addresses that leave the page. */
  readonly origin: string;
}

/** An address inside the pages that keeps the reader's choice of language, and dates relative to today. */
export function linkTo(
  { ui, period }: Pick<PageContext, 'ui' | 'period'>,
  address: string,
): string {
  const kept = period === null ? address : withPeriod(address, period);
  return ui === null ? kept : withParameter(kept, 'ui', ui);
}

/** The same address with one more parameter. */
export function withParameter(address: string, name: string, value: string): string {
  const [beforeFragment = '', fragment] = address.split('#');
  const joint = beforeFragment.endsWith('?') ? '' : beforeFragment.includes('?') ? '&' : '?';
  const parameter = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  return `${beforeFragment}${joint}${parameter}${fragment === undefined ? '' : `#${fragment}`}`;
}
