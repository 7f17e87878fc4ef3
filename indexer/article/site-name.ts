import { hostName } from './addresses.ts';
import { isNode, textOf, typesOf } from './json-ld.ts';
import { metaOf, type PageMetadata } from './page-metadata.ts';

/** What parts the site's name from the headline in a title. */
const SEPARATOR =
  /\s+[|–—\-»«›·•:∙~/\\]+\s+|\s*[|│｜»«›·•]\s*|\s*::\s*|_(?=[^_]*$)|\s+-\s*|\s*\|\s*/;

const MAX_TITLE = 600;

/** The site's name: declared, or the part of the page's title that is no headline. */
export function siteOf(metadata: PageMetadata): string | null {
  const declared = metaOf(
    metadata,
    'og:site_name',
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'publisher',
  );
  if (declared && !/^https?:/.test(declared)) return declared;
  for (const article of metadata.articles) {
    const publisher = textOf(article['publisher']);
    if (publisher) return publisher;
  }
  const site = metadata.jsonLd.find((node) =>
    typesOf(node).some((type) => type === 'WebSite' || /Organization$/.test(type)),
  );
  return site && isNode(site) ? textOf(site['name']) : null;
}

/** Letters and digits only, small: two prints of one headline compare equal. */
export function bare(text: string): string {
  return text
    .slice(0, MAX_TITLE * 4)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A title without the site's name, in whatever position it stands. */
export function withoutSite(title: string, site: string | null, pageUrl: string | null): string {
  let rest = title.slice(0, MAX_TITLE);
  const names = [site, hostName(pageUrl)].filter((name) => name !== null).flatMap(formsOf);
  const [prefix = ''] = /^[^:：]{2,60}[:：]\s+/.exec(rest) ?? [];
  if (prefix !== '' && isName(prefix, names)) rest = rest.slice(prefix.length);
  for (let round = 0; round < 3; round++) {
    const cut = cutOnce(rest, names);
    if (cut === rest) break;
    rest = cut;
  }
  return rest.trim();
}

/** All parts of a title, from the first and from the last separator. */
export function titleParts(title: string): string[] {
  return title
    .slice(0, MAX_TITLE)
    .split(SEPARATOR)
    .filter((part) => part && bare(part) !== '');
}

function cutOnce(title: string, names: readonly string[]): string {
  const pieces = piecesOf(title);
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  if (pieces.length < 2 || !first || !last) return title;
  if (isName(last.text, names))
    return title.slice(0, last.start).replace(/[\s|–—\-»«›·•:∙~/\\_│｜]+$/, '');
  if (isName(first.text, names))
    return title.slice(first.end).replace(/^[\s|–—\-»«›·•:∙~/\\_│｜]+/, '');
  return title;
}

function piecesOf(title: string): { text: string; start: number; end: number }[] {
  const pieces: { text: string; start: number; end: number }[] = [];
  let start = 0;
  for (const match of title.matchAll(new RegExp(SEPARATOR, 'g'))) {
    pieces.push({ text: title.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  pieces.push({ text: title.slice(start), start, end: title.length });
  return pieces.filter((piece) => bare(piece.text) !== '');
}

function isName(part: string, names: readonly string[]): boolean {
  const word = bare(part);
  return (
    word !== '' &&
    names.some(
      (name) =>
        name === word ||
        (name.length >= 4 &&
          (word === `${name}com` || name === `the${word}` || word === `the${name}`)),
    )
  );
}

/** A name's own forms: `example.com` is also `example`. */
function formsOf(name: string): string[] {
  const forms = [bare(name), bare(name.replace(/\.\w{2,}(?:\.\w{2})?$/, ''))];
  const labels = name.includes('.') && !name.includes(' ') ? name.split('.').map(bare) : [];
  return [...forms, ...labels.filter((label) => label.length >= 3)].filter((form) => form !== '');
}
