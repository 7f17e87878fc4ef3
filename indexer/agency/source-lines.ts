import type { AgencyCatalogue } from '../../config/agencies.ts';
import type { TextBlock } from '../article/article.ts';
import { dateFromUrl } from '../dates/url-date.ts';
import type { Evidence, ProvenanceHop } from '../dispatch.ts';

/** A source the text cites, with what the hop rests on. */
export type CitedSource = { readonly hop: ProvenanceHop; readonly evidence: Evidence };

/** "Source:" in the languages of the press, alone or with "article", "original", "link". */
const LABEL =
  /^\s*[([*•–-]*\s*(?:(?:fonte|fonti|source|sources|quelle|quellen|fuente|fuentes|fonte original|font|bron|kilde|källa|lähde|zdroj|źródło|izvor|vir|sursa|sursă|forrás|kaynak|kaynağı|burim|burimi|allikas|avots|šaltinis|nguồn|sumber|sumber berita|pinagmulan|πηγή|источник|джерело|крыніца|извор|բանալի|წყარო|المصدر|مصدر|منبع|מקור|ماخذ|स्रोत|सूत्र|সূত্র|ที่มา|แหล่งที่มา|出典|ソース|引用元|来源|來源|出处|稿源|资料来源|출처|자료|via|original|originale|articolo originale|original article|originalartikel|article original|artículo original|artigo original|оригинал)(?:\s+(?:articolo|article|artikel|artículo|artigo|originale|original|link|статьи|текста|dell'articolo|de l'article|del artículo|do artigo|notizia))*)\s*[:：=›»-]\s*/iu;
const URL_IN_TEXT = /https?:\/\/[^\s<>"'）)\]]+/i;
const LONGEST_LINE = 400;
const LONGEST_NAME = 80;

/** The sources that lines such as "FONTE ARTICOLO: https://…" name, in order. */
export function citedSources(
  blocks: readonly TextBlock[],
  catalogue: AgencyCatalogue,
): readonly CitedSource[] {
  return blocks.flatMap((block) => linesOf(block).flatMap((line) => cited(line, block, catalogue)));
}

type Line = { readonly text: string; readonly at: number };

function linesOf(block: TextBlock): readonly Line[] {
  if (block.text.length > 4 * LONGEST_LINE) return [];
  const lines: Line[] = [];
  let at = 0;
  for (const text of block.text.split('\n')) {
    if (text.length <= LONGEST_LINE) lines.push({ text, at });
    at += text.length + 1;
  }
  return lines;
}

function cited(line: Line, block: TextBlock, catalogue: AgencyCatalogue): readonly CitedSource[] {
  const label = LABEL.exec(line.text);
  if (!label) return [];
  const rest = line.text.slice(label[0].length);
  const url = URL_IN_TEXT.exec(rest)?.[0].replace(/[.,;]+$/, '') ?? linkIn(line, block);
  const name = rest
    .replace(URL_IN_TEXT, '')
    .replace(/[\s()[\].|–-]+$/, '')
    .trim();
  if (url === null && (name === '' || name.length > LONGEST_NAME)) return [];
  const host = url === null ? null : hostOf(url);
  const owner = host === null ? null : catalogue.byDomain(host);
  const named = catalogue.byAlias(name);
  const agency = owner ?? (named.length === 1 ? named[0] : null) ?? null;
  const hop: ProvenanceHop = {
    kind: 'source',
    url,
    site: host ?? name,
    date: url === null ? null : dateFromUrl(url),
    agency: agency?.id ?? null,
    status: 'claimed',
  };
  const start = block.start + line.at;
  const evidence: Evidence = {
    rule: owner ? 'source-line:domain' : 'source-line',
    printed: line.text.trim(),
    span: [start, start + line.text.length],
    confidence: 'high',
  };
  return [{ hop, evidence }];
}

function linkIn(line: Line, block: TextBlock): string | null {
  const end = line.at + line.text.length;
  const link = block.links.find(({ start, href }) => {
    return start >= line.at && start <= end && /^https?:/i.test(href);
  });
  return link?.href ?? null;
}

/** Host of an address without `www.`; `null` when it is no address. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}
