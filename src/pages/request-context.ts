import type { Request } from 'express';
import type { Labels } from '../search/labels.ts';
import type { Assets } from './assets.ts';
import { type Formats, formatsFor } from './formats.ts';
import type { PageContext } from './page-context.ts';
import { chooseWords, INTERFACES } from './words/interface-language.ts';

/** Parameters that other sites hang on links; they say nothing about a search. */
const TRACKERS = /^(utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid)$/;

const FORMATS: ReadonlyMap<string, Formats> = new Map(
  INTERFACES.map(({ language }) => [language, formatsFor(language)]),
);

/** The parameters of a request that speak about the search; `ui` speaks about the page. */
export function searchParameters(request: Request): URLSearchParams {
  const params = new URL(request.originalUrl, 'http://localhost').searchParams;
  for (const name of [...params.keys()]) {
    if (name === 'ui' || TRACKERS.test(name)) params.delete(name);
  }
  return params;
}

/** Speaks to the reader of a request: language, formats, names, addresses. */
export function contextOf(request: Request, labels: Labels, assets: Assets): PageContext {
  const asked = new URL(request.originalUrl, 'http://localhost').searchParams.get('ui');
  const words = chooseWords(asked, request.get('accept-language') ?? '');
  const formats = FORMATS.get(words.language) ?? formatsFor(words.language);
  const params = searchParameters(request);
  return {
    words,
    formats,
    label: (facet, value) => labels.labelOf(facet, value, words.language),
    assets,
    ui: asked === words.language ? asked : null,
    address: params.size > 0 ? `${request.path}?${params}` : request.path,
    origin: `${request.protocol}://${request.get('host') ?? 'localhost'}`,
  };
}
