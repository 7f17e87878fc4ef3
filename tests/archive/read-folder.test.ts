import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listArchives } from '../../indexer/archive/read-archives.ts';
import { ArchiveUnreadable, listFolder, readFolder } from '../../indexer/archive/read-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'archive-'));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function save(path: string, text = '<p>text'): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function paths(folder = root, prefix = ''): Promise<string[]> {
  const found: string[] = [];
  for await (const page of readFolder(folder, prefix)) found.push(page.path);
  return found;
}

describe('reading an archive folder', () => {
  it('finds pages at any depth, in path order, and leaves pictures alone', async () => {
    for (const path of [
      'b/2.html',
      'a.html',
      'a/1.HTM',
      'a/deep/er/x.php',
      'a/p.jpg',
      'b/style.css',
    ]) {
      save(path);
    }
    expect(await paths()).toEqual(['a.html', 'a/1.HTM', 'a/deep/er/x.php', 'b/2.html']);
    const listed: string[] = [];
    for await (const { path } of listFolder(root)) listed.push(path);
    expect(listed).toEqual(await paths());
  });

  it('takes pages that wget saved with their query, and pages without an ending', async () => {
    for (const path of ['index.php?id=7', 'story', 'café con più.html']) save(path);
    expect((await paths()).sort()).toEqual(['café con più.html', 'index.php?id=7', 'story']);
  });

  it('puts a prefix before the paths of a further archive', async () => {
    save('x/1.html');
    expect(await paths(root, 'second')).toEqual(['second/x/1.html']);
  });

  it('refuses two archives of which a page of one would take the place of a page of the other', async () => {
    const [first, second, third] = ['first', 'more/second', 'other/second'].map((it) =>
      join(root, it),
    ) as [string, string, string];
    for (const path of ['first/x.html', 'more/second/1.html', 'other/second/2.html']) save(path);
    expect(await listArchives([first, second, third])).toHaveLength(3);
    save('first/second/1.html');
    await expect(listArchives([first, second])).rejects.toThrow(/are both "second\/1\.html"/);
    save('other/second/1.html');
    await expect(listArchives([root, second, third])).rejects.toThrow(/another name/);
  });

  it('ends on a link that leads back up', async () => {
    save('a/1.html');
    symlinkSync(root, join(root, 'a', 'loop'));
    expect(await paths()).toEqual(['a/1.html']);
  });

  it('names a page that leads nowhere instead of stopping', async () => {
    save('1.html');
    symlinkSync(join(root, 'gone'), join(root, '0.html'));
    const found = [];
    for await (const page of readFolder(root)) found.push('code' in page ? page.code : page.path);
    expect(found).toEqual(['unreadable', '1.html']);
  });

  it.skipIf(process.getuid?.() === 0)('names a page that may not be read', async () => {
    save('1.html');
    chmodSync(join(root, '1.html'), 0);
    const codes = [];
    for await (const page of readFolder(root)) codes.push('code' in page ? page.code : null);
    expect(codes).toEqual(['unreadable']);
  });

  it('throws when the archive itself is missing: that is not an empty archive', async () => {
    await expect(paths(join(root, 'unmounted'))).rejects.toThrow(ArchiveUnreadable);
  });
});
