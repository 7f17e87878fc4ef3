import type { Request } from 'express';
import type { Labels } from '../search/labels.ts';
import type { Assets } from './assets.ts';
import { type Formats, formatsFor } from './formats.ts';
import type { PageContext } from './page-context.ts';
import { periodOf, searchParameters } from './page-query.ts';
import { chooseWords, INTERFACES } from './words/interface-language.ts';

const FORMATS: ReadonlyMap<string, Formats> = new Map(
  INTERFACES.map(({ language }) => [language, formatsFor(language)]),
);

/** Speaks to the reader of a request: language, formats, names, addresses. */
export function contextOf(
  request: Request,
  labels: Labels,
  assets: Assets,
  today: Date,
): PageContext {
  const asked = new URL(request.originalUrl, 'http://localhost').searchParams.get('ui');
  const words = chooseWords(asked, request.get('accept-language') ?? '');
  const formats = FORMATS.get(words.language) ?? formatsFor(words.language);
  const params = searchParameters(request);
  return {
    words,
    formats,
    label: (facet, value) => labels.labelOf(facet, value, words.language),
    assets,
    ui: asked?.toLowerCase() === words.language.toLowerCase() ? asked : null,
    period: periodOf(params, today),
    address: params.size > 0 ? `${request.path}?${params}` : request.path,
    origin: `${request.protocol}://${request.get('host') ?? 'localhost'}`,
  };
}
