import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { loadConverter } from '../../indexer/convert/converter.ts';

const page = {
  path: 'mirror/brell/1.html',
  bytes: Buffer.from(
    '<h1>Night bus stays</h1><div class="n">BRELL, October 2 (AP) - The night bus stays.<p class="offer">Half the price for readers, all summer, on every boat.</p></div>',
  ),
  url: null,
  capturedAt: null,
  httpCharset: null,
};

function textWith(configFolder: string) {
  const converter = loadConverter(configFolder);
  const conversion = convertPage(page, converter);
  if ('rejection' in conversion) throw new Error(conversion.rejection.detail);
  const { text, fingerprint } = conversion.dispatch;
  return { text, fingerprint };
}

test('a rule that an operator writes changes the page, and its fingerprint, without code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-'));
  cpSync(join(packageRoot, 'config'), folder, { recursive: true });
  const before = textWith(folder);
  writeFileSync(join(folder, 'sites.yaml'), '- path: mirror/brell/\n  drop: p.offer\n');
  const after = textWith(folder);
  expect(before.text).toContain('Half the price');
  expect(after.text).toBe('BRELL, October 2 (AP) - The night bus stays.');
  expect(after.fingerprint).not.toBe(before.fingerprint);
}, 120_000);
