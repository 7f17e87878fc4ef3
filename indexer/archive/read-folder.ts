import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Rejection } from '../rejection.ts';
import type { ArchivedPage } from './archived-page.ts';

/** A stored page, or why it could not be read. */
export type ReadPage = ArchivedPage | Rejection;

/** What saved pages are called; a name without an ending is a page as well, since wget leaves them so. */
const PAGE_ENDINGS = new Set([
  '',
  '.html',
  '.htm',
  '.xhtml',
  '.shtml',
  '.php',
  '.asp',
  '.aspx',
  '.jsp',
  '.cfm',
  '.cgi',
]);

/** Larger pages are refused unread: no dispatch is that long, and memory is not endless. */
export const MAX_PAGE_BYTES = 64 * 1024 * 1024;

/** What Node makes of bytes in a file's name that are no UTF-8; the file can't be opened by that name. */
const NO_UTF8 = '\uFFFD';

/** The archive folder is missing or can't be listed: never the same as an empty archive. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable';
}

/**
 * Yields the pages of a folder of any depth in path order, one at a time.
 * `prefix` goes before each path (used for the second and further archives).
 * Throws `ArchiveUnreadable` when the folder itself can't be listed; all else is a rejection.
 */
export async function* readFolder(root: string, prefix = ''): AsyncGenerator<ReadPage> {
  for await (const entry of listFolder(root, prefix)) {
    yield 'code' in entry ? entry : await readPage(entry);
  }
}

/** A page that the listing of a folder found; nothing of it is read yet. */
export type PageFile = { readonly path: string; readonly file: string };

/** `isFile`: the listing says that it is one, so it need not be asked again. */
type Entry = PageFile & { readonly isFile: boolean };

/** The same without reading the pages. */
export async function* listFolder(root: string, prefix = ''): AsyncGenerator<PageFile | Rejection> {
  const top = resolve(root);
  await mustBeFolder(top);
  // Folders still to list, last first; a stack instead of recursion, so depth costs nothing.
  const pending: Entry[] = [{ path: prefix, file: top, isFile: false }];
  const seen = new Set<string>();
  while (true) {
    const next = pending.pop();
    if (!next) return;
    const found = await look(next, seen);
    if (found === 'page') yield next;
    else if ('code' in found) yield found;
    else pending.push(...found.entries);
  }
}

async function mustBeFolder(root: string): Promise<void> {
  const found = await stat(root).catch((error: Error) => {
    throw new ArchiveUnreadable(`archive ${root} can't be read: ${error.message}`);
  });
  if (!found.isDirectory()) throw new ArchiveUnreadable(`archive ${root} is not a folder`);
}

async function look(
  at: Entry,
  seen: Set<string>,
): Promise<'page' | Rejection | { entries: Entry[] }> {
  if (at.isFile) return isPage(at.file) ? 'page' : { entries: [] };
  try {
    const found = await stat(at.file);
    if (found.isFile()) return isPage(at.file) ? 'page' : { entries: [] };
    if (!found.isDirectory()) return { entries: [] };
    // A link that leads back up would never end.
    const place = `${found.dev}:${found.ino}`;
    if (seen.has(place)) return { entries: [] };
    seen.add(place);
    return { entries: await list(at) };
  } catch (error) {
    return { path: at.path, code: 'unreadable', detail: (error as Error).message };
  }
}

/** Entries of a folder, in reverse path order, so that the last is popped first. */
async function list(folder: PageFile): Promise<Entry[]> {
  const entries = await readdir(folder.file, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => ({ entry, key: sortKey(entry) }))
    .sort((a, b) => (a.key < b.key ? 1 : -1))
    .map(({ entry }) => ({
      path: folder.path ? `${folder.path}/${entry.name}` : entry.name,
      file: join(folder.file, entry.name),
      isFile: entry.isFile(),
    }));
}

/** A folder sorts as its pages do: by name and slash. */
function sortKey(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}

function isPage(file: string): boolean {
  const ending = extname(file).toLowerCase();
  // `index.php?id=7`, `article.asp@no=3`: wget keeps the query in the name.
  return PAGE_ENDINGS.has(ending.replace(/[?@&#].*$/, ''));
}

/** Reads one page of a listing. */
export async function readPage({ path, file }: PageFile): Promise<ReadPage> {
  let opened: FileHandle | null = null;
  try {
    opened = await open(file);
    const { size } = await opened.stat();
    if (size > MAX_PAGE_BYTES) {
      const detail = `${size} bytes; the limit is ${MAX_PAGE_BYTES}`;
      return { path, code: 'too-large', detail };
    }
    const bytes = await opened.readFile();
    return { path, bytes, url: null, capturedAt: null, httpCharset: null };
  } catch (error) {
    const detail = path.includes(NO_UTF8) ? 'its name is not UTF-8: rename it' : String(error);
    return { path, code: 'unreadable', detail };
  } finally {
    await opened?.close();
  }
}

/** SHA-256 of the stored bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
