import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { packageRoot } from '../../config/package-root.ts';
import { elementScript } from './words/element-script.ts';

/** A style sheet, script or picture of the pages, as it is sent. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
}

/** All static files, under one address that changes when any of them does. */
export interface Assets {
  /** Part of every address: modules find each other by relative imports below it. */
  readonly version: string;
  readonly files: ReadonlyMap<string, Asset>;
  href(name: string): string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

// Scripts are compiled; what is sent as it is written stays beside the source. Both lie in a package.
const STYLES = 'src/pages/styles';
const PICTURES = 'src/pages/static';
const SCRIPTS = 'dist/src/pages/browser';

/** Reads the static files once, at start. Fails when the browser scripts have not been built. */
export function readAssets(): Assets {
  const contents: readonly (readonly [string, Buffer])[] = [
    ['pages.css', Buffer.concat(readFolder(STYLES).map(([, bytes]) => bytes))],
    ...readFolder(PICTURES),
    ...readFolder(SCRIPTS),
    ['element-languages.js', Buffer.from(elementScript())],
  ];
  const hash = createHash('sha256');
  for (const [name, bytes] of contents) hash.update(`${name}\0`).update(bytes);
  const version = hash.digest('hex').slice(0, 12);
  const files = new Map(contents.map(([name, bytes]) => [name, assetOf(name, bytes)]));
  return { version, files, href: (name) => `/assets/${version}/${name}` };
}

function assetOf(name: string, plain: Buffer): Asset {
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    plain,
    gzip: gzipSync(plain),
    br: brotliCompressSync(plain),
  };
}

/** The files of a folder that are served, in the order of their names. */
function readFolder(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(join(packageRoot, folder))
    .filter((name) => extname(name) in TYPES)
    .sort()
    .map((name) => [name, readFileSync(join(packageRoot, folder, name))]);
}
