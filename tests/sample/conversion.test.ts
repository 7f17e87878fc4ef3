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
    // The footer of every page names the project; a text that does drags boilerplate along.
    notice: dispatch.text.includes('Dispatches'),
  };
}

function mustBeRight(page: ExpectedPage): void {
  const {
    path: _,
    people: _people,
    sourceUrl: _url,
    family: _family,
    relation: _relation,
    ...rest
  } = page;
  const expected = page.rejection ? rest : { standfirst: undefined, ...rest, notice: false };
  expect(told(page)).toEqual(expected);
}

const pages = readExpectedPages().map((page) => [page.path, page] as const);

describe('the sample archive', () => {
  it.each(pages)('%s becomes what it should', (_path, page) => {
    mustBeRight(page);
  });
});
