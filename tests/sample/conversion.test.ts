import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { loadConverter } from '../../indexer/convert/converter.ts';
import { type ExpectedPage, readExpectedPages, sampleFolder } from './sample-pages.ts';

const converter = loadConverter();

function conversionOf(path: string) {
  const bytes = readFileSync(join(sampleFolder, path));
  return convertPage({ path, bytes, url: null, capturedAt: null, httpCharset: null }, converter);
}

/** What the truth file says of a page, read off a conversion. */
function told({ path, ...expected }: ExpectedPage): Record<string, unknown> {
  const conversion = conversionOf(path);
  if ('rejection' in conversion) return { rejection: conversion.rejection.code };
  const { dispatch } = conversion;
  return {
    headline: dispatch.headline,
    standfirst: dispatch.standfirst ?? undefined,
    language: dispatch.language?.split('-')[0],
    agency: dispatch.agency,
    dateline: dispatch.dateline?.text ?? null,
    places: dispatch.dateline?.places.map(({ name }) => name) ?? [],
    dispatchedOn: dispatch.dispatchedOn,
    // Where the truth file names no day, the page prints none.
    publishedAt: expected.publishedAt && dispatch.publishedAt,
    notice: /sample for the Dispatches project|Dispatches/.test(dispatch.text),
  };
}

const pages = readExpectedPages();

describe('the sample archive', () => {
  it.each(pages.map((page) => [page.path, page] as const))('%s becomes what it should', (_path, page) => {
    const { path: _, people: __, sourceUrl: ___, family: ____, relation: _____, ...expected } = page;
    expect(told(page)).toEqual(page.rejection ? expected : { standfirst: undefined, ...expected, notice: false });
  });
});
