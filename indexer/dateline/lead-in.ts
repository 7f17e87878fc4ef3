/** Marks and wire headers that may stand before a dateline; each is read over. */
const HEADERS: readonly RegExp[] = [
  /[\s*●•·▲■◆►▶▪◼^~|]+/uy,
  /\.\.+\s?|-{2,}\s|[-–—]\s?(?=\p{Lu})/uy,
  /\((?:(?:\d?(?:st|nd|rd|th)?\s?)?(?:URGENT|LEAD|LD|UPDATE|ADDS?|RECAST|CORRECTED|ATTN)[^)]{0,80}|N[A-Z]\d+)\)\s?/uy,
  /(?:\d(?:ST|ND|RD|TH)\s)?(?:LEAD|URGENT|BULLETIN|FLASH|REFILE|ALERT|NEWSALERT|CORRECTED|RECAST|EMBARGOED|WRAPUP|UPDATE(?:\s\d)?)\b[\s:-]{1,3}/uy,
  /\^?[A-Z][a-z]+ [A-Z][a-z]+=\s?\^?/y,
  /BC-[A-Z][^\n]{0,60}?,\d{4}\s/y,
  /EFE\s[a-z]{1,4}(?:\s[a-z]{1,4})?\/[A-Za-z]{1,4}\s/y,
];
const MOST_HEADERS = 4;

/** Where the dateline may begin at the head of a block: the start, and behind each header. */
export function startsBehindHeaders(text: string): readonly number[] {
  const starts = [0];
  let at = 0;
  for (let round = 0; round < MOST_HEADERS; round++) {
    const next = headerEnd(text, at);
    if (next === null) break;
    at = next;
    starts.push(at);
  }
  return starts.reverse();
}

function headerEnd(text: string, at: number): number | null {
  for (const pattern of HEADERS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found && found[0].length > 0) return at + found[0].length;
  }
  return null;
}

const BY = /\^?(?:By|BY|Por|POR|Par|PAR|Von|VON|Di|DI|de nuestro|من)\s(?=\p{Lu}|\p{Lo})/uy;

/** Where the author's name begins, when the text at `at` opens with "By …". */
export function bylineStart(text: string, at: number): number | null {
  BY.lastIndex = at;
  const found = BY.exec(text);
  return found ? at + found[0].length : null;
}
