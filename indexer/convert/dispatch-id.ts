import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 16;

/**
 * The id of a page that declares its address: the same however the file is called or when it is indexed.
 * `http` and `https`, `www.` and none, a trailing slash and tracking parameters make no difference.
 */
export function idFromUrl(url: string): string {
  return shortHash(`url ${canonicalForm(url)}`);
}

/** The id of a page that declares no address: from its path in the archive. */
export function idFromPath(path: string): string {
  return shortHash(`path ${path.normalize('NFC')}`);
}

/** The id of a page whose path is that of another one but for how its accents are spelled. */
export function idFromSpelling(path: string): string {
  return shortHash(`spelling ${path}`);
}

const TRACKING = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|igshid|ref_src)$/;

/** One spelling for the many under which a page is linked. */
export function canonicalForm(url: string): string {
  const parsed = new URL(url);
  for (const name of [...parsed.searchParams.keys()]) {
    if (TRACKING.test(name)) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  const host = parsed.host.replace(/^www\./, '');
  const path = parsed.pathname.replace(/\/+$/, '') || '/';
  return `${host}${path}${parsed.search}`;
}

/** 80 bits of SHA-256 in letters that can't be misread: a clash needs about a million million pages. */
function shortHash(text: string): string {
  const digest = createHash('sha256').update(text).digest();
  let id = '';
  for (let at = 0; at < LENGTH; at++) id += ALPHABET[(digest[at] ?? 0) % ALPHABET.length];
  return id;
}
