import { basename, join, resolve } from 'node:path';
import type { Rejection } from '../rejection.ts';
import {
  ArchiveUnreadable,
  listFolder,
  type PageFile,
  type ReadPage,
  readFolder,
} from './read-folder.ts';

/**
 * Pages of several archives, one after the other. Paths of the first archive stand as they are; those of
 * the others begin with their folder's name, so that a further archive changes no id of the first.
 */
export async function* readArchives(roots: readonly string[]): AsyncGenerator<ReadPage> {
  for (const [at, root] of roots.entries()) yield* readFolder(root, prefixOf(at, root));
}

/**
 * All pages of the archives without reading them, and what could not be listed. Throws
 * `ArchiveUnreadable` when pages of two archives have one path: one would take the place of the other.
 */
export async function listArchives(
  roots: readonly string[],
): Promise<readonly (PageFile | Rejection)[]> {
  const listed: (PageFile | Rejection)[] = [];
  for (const [at, root] of roots.entries()) {
    for await (const entry of listFolder(root, prefixOf(at, root))) listed.push(entry);
  }
  if (roots.length > 1) mustDiffer(listed);
  return listed;
}

function mustDiffer(listed: readonly (PageFile | Rejection)[]): void {
  const files = new Map<string, string>();
  for (const entry of listed) {
    if ('code' in entry) continue;
    const { path, file } = entry;
    const other = files.get(path);
    if (other !== undefined) {
      throw new ArchiveUnreadable(
        `${other} and ${file} are both "${path}": give one of the archives another name`,
      );
    }
    files.set(path, file);
  }
}

/**
 * The archives that hold no page now although pages of theirs are indexed: folders that were not
 * mounted, since nobody empties one of several archives and keeps it in the list.
 */
export function vanishedArchives(
  roots: readonly string[],
  listed: Iterable<string>,
  indexed: Iterable<string>,
): readonly string[] {
  const placesOf = (paths: Iterable<string>): ReadonlySet<number> =>
    new Set([...paths].map((path) => archiveOf(path, roots)));
  const [now, before] = [placesOf(listed), placesOf(indexed)];
  return roots.filter((_, at) => before.has(at) && !now.has(at));
}

/** Place of the archive that a path belongs to. */
function archiveOf(path: string, roots: readonly string[]): number {
  const at = roots.findLastIndex((root, place) => path.startsWith(`${prefixOf(place, root)}/`));
  return Math.max(0, at);
}

/** Where the page of a path lies on disk; `null` when it belongs to none of the archives. */
export function fileOf(path: string, roots: readonly string[]): string | null {
  for (const [at, root] of [...roots.entries()].reverse()) {
    const prefix = prefixOf(at, root);
    if (prefix && !path.startsWith(`${prefix}/`)) continue;
    const file = resolve(root, prefix ? path.slice(prefix.length + 1) : path);
    return file.startsWith(join(resolve(root), '/')) ? file : null;
  }
  return null;
}

function prefixOf(at: number, root: string): string {
  return at === 0 ? '' : basename(resolve(root));
}
