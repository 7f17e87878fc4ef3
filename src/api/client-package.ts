import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { packTar } from 'modern-tar';
import { packageRoot } from '../../config/package-root.ts';

/** The typed client as programs take it: a module for browsers, and a package that npm can install. */
export type ClientPackage = { readonly module: string; readonly tarball: Buffer };

const BUILT = 'dist/src/client';

/** Reads the built client and packs it. The same version always makes the same bytes. */
export async function clientPackage(): Promise<ClientPackage> {
  const [script, types, apiTypes, license, manifest] = await Promise.all(
    [
      `${BUILT}/client.js`,
      `${BUILT}/client.d.ts`,
      `${BUILT}/api-types.d.ts`,
      'LICENSE',
      'package.json',
    ].map((name) => readFile(join(packageRoot, name), 'utf8')),
  );
  // The map stays here.
  const module = (script ?? '').replace(/\n\/\/# sourceMappingURL=.*/, '');
  const { name, version, license: terms } = JSON.parse(manifest ?? '');
  const tarball = await pack({
    'package.json': JSON.stringify({
      ...{ name, version, license: terms, type: 'module', sideEffects: false },
      description: 'A typed client for the API of Dispatches, without dependencies',
      exports: { './client': { types: './client.d.ts', default: './client.js' } },
    }),
    'client.js': module,
    // Older compilers do not know endings of sources in declarations.
    'client.d.ts': (types ?? '').replaceAll("'./api-types.ts'", "'./api-types.js'"),
    'api-types.d.ts': apiTypes ?? '',
    LICENSE: license ?? '',
  });
  return { module, tarball };
}

/** npm wants everything in one folder; a fixed time keeps the bytes, and with them their hash, the same. */
async function pack(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, body]) => ({
    header: { name: `package/${name}`, size: Buffer.byteLength(body), mtime: new Date(0) },
    body,
  }));
  return promisify(gzip)(await packTar(entries));
}
