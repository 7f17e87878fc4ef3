import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../config/package-root.ts';

/** What one page of the sample archive should become: a dispatch, or a rejection. */
export type ExpectedPage = {
  readonly path: string;
  readonly rejection?: 'empty' | 'not-html' | 'no-text';
  readonly headline?: string;
  readonly standfirst?: string;
  /** Primary subtag only: `zh` for both scripts of Chinese. */
  readonly language?: string;
  /** Only when printed in the dateline or at the end of the text. */
  readonly agency?: string | null;
  /** Verbatim, with its separator. */
  readonly dateline?: string | null;
  /** Dateline places as printed. */
  readonly places?: readonly string[];
  readonly dispatchedOn?: string | null;
  readonly publishedAt?: string;
  /** Common English names of everyone named in full in headline, standfirst or body. */
  readonly people?: readonly string[];
  readonly sourceUrl?: string;
  /** Pages with the same label carry the same dispatch. */
  readonly family?: string;
  readonly relation?: 'original' | 'reprint' | 'translation';
};

export const sampleFolder = join(packageRoot, 'sample');

/** The truth file beside this one, in path order. */
export function readExpectedPages(): readonly ExpectedPage[] {
  return readFileSync(join(packageRoot, 'tests/sample/expected.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): ExpectedPage => JSON.parse(line));
}

/** Every page under `sample/`, with `/`. */
export function listSamplePages(): readonly string[] {
  return readdirSync(sampleFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.html?$/.test(path))
    .map((path) => path.replaceAll('\\', '/'));
}
