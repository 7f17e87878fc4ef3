import type { ParentNode, Text } from 'domhandler';
import type { SourceLine } from './article.ts';
import type { PageOutline } from './page-outline.ts';
import { isLayoutTable } from './tables.ts';
import { readRuns, type TextRun } from './text-runs.ts';
import type { Dropped } from './tree.ts';

/** "Source" in the languages of the press. */
const SOURCE_WORDS =
  '(?:fonte|fonti|source|sources|quelle|quellen|fuente|fuentes|fonte original|font|bron|kilde|källa|lähde|zdroj|zdroje|źródło|izvor|vir|sursa|sursă|forrás|kaynak|kaynağı|burim|burimi|allikas|avots|šaltinis|nguồn|sumber|sumber berita|pinagmulan|πηγή|источник|джерело|крыніца|извор|բանալի|წყარო|المصدر|مصدر|منبع|מקור|ماخذ|स्रोत|सूत्र|সূত্র|ที่มา|แหล่งที่มา|出典|ソース|引用元|来源|來源|出处|稿源|资料来源|출처|자료|via|original|originale|articolo originale|original article|originalartikel|article original|artículo original|artigo original|оригинал)';
const SOURCE_OF =
  "(?:\\s+(?:articolo|article|artikel|artículo|artigo|originale|original|link|text|source|статьи|текста|dell'articolo|de l'article|del artículo|do artigo|notizia))*";
const OPENING_MARKS = '^\\s*[([*•–-]*\\s*';

/** "FONTE ARTICOLO:", up to and with the mark behind it. */
export const SOURCE_LABEL = new RegExp(
  `${OPENING_MARKS}${SOURCE_WORDS}${SOURCE_OF}\\s*[:：=›»-]\\s*`,
  'iu',
);
const SOURCE_OPENING = new RegExp(`${OPENING_MARKS}${SOURCE_WORDS}(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

/** "Traduzione di Ugo Viti": who put the text into another language; a name, never a sentence. */
const TRANSLATOR = new RegExp(
  `${OPENING_MARKS}(?:(?:traduzione|tradotto|translation|translated|traduction|traduit|traducción|traducido|tradução|traduzido|übersetzung|übersetzt|vertaling|vertaald|překlad|tłumaczenie|tradus|traducere|fordítás|fordította|çeviri|çeviren|перевод|переклад|превод|μετάφραση|ترجمة|ترجمه|תרגום|terjemahan|bản dịch)(?![\\p{L}\\p{M}])|翻译|翻譯|译者|譯者|編譯|编译|翻訳|번역|옮긴이)[^\\n]{0,40}?(?:[:：]|(?<![\\p{L}\\p{M}])(?:di|a cura di|by|par|de|por|von|door|przez)(?![\\p{L}\\p{M}]))\\s*\\S`,
  'iu',
);

export const URL_IN_TEXT = /https?:\/\/[^\s<>"'）)\]]+/i;
const LONE_ADDRESS = /^[([<\s]*(?:https?:\/\/|www\.)\S+$/i;
const SENTENCE_INSIDE = /[.!?]["”’»)]*\s+\p{Lu}|[。！？]/u;

/** Under this rule lines are kept apart: the only one that loses no word. */
export const SOURCE_LINE_RULE = 'source-line';

const LONGEST_NAME = 80;
const MOST_WORDS = 10;
const LONGEST_LINE = 400;
/** Names without an address are looked for in so many lines at either end of the article. */
const EDGE = 4;

/** Whether a text opens with the word for its source, with or without a colon: never boilerplate. */
export function opensLikeSource(text: string): boolean {
  return SOURCE_OPENING.test(text.slice(0, 60)) || LONE_ADDRESS.test(text);
}

/**
 * Takes the lines that only say where the text comes from, or who translated it, out of the article
 * and gives them in order. A line ends at a block's end or at a line break.
 */
export function takeSourceLines(root: ParentNode, dropped: Dropped): readonly SourceLine[] {
  const runs = readRuns(root, dropped, isLayoutTable);
  const found = sourceLinesIn(runs);
  for (const { nodes } of found) for (const node of nodes) dropped.set(node, SOURCE_LINE_RULE);
  return found.map(({ line }) => line);
}

/** Source lines between headline and article, or close behind it: no part of its element. */
export function sourceLinesAround(
  { runs, intervals }: PageOutline,
  before: readonly TextRun[],
  root: ParentNode,
): { readonly before: readonly SourceLine[]; readonly after: readonly SourceLine[] } {
  const end = intervals.get(root)?.to ?? runs.length;
  const next = runs.slice(end, end + EDGE);
  const heading = next.findIndex(({ kind }) => kind === 'heading');
  const linesOf = (near: readonly TextRun[]) => sourceLinesIn(near).map(({ line }) => line);
  return { before: linesOf(before), after: linesOf(heading < 0 ? next : next.slice(0, heading)) };
}

/** A source line with its text nodes; label and address of two lines are one. */
function sourceLinesIn(runs: readonly TextRun[]): readonly Omit<PrintedLine, 'kind'>[] {
  const lines = runs.flatMap(printedLines);
  return lines.flatMap(({ line, nodes }, index) => {
    const part = partOf(lines, index);
    const label = lines[index - 1];
    if (part === 'whole') return [{ line, nodes }];
    if (part !== 'address' || !label) return [];
    return [{ line: joined(label.line, line), nodes: [...label.nodes, ...nodes] }];
  });
}

/** What a line is to a source line: all of it, its label, the address that follows the label, or nothing. */
function partOf(
  lines: readonly PrintedLine[],
  index: number,
): 'whole' | 'label' | 'address' | 'none' {
  const [before, here, next] = [lines[index - 1], lines[index], lines[index + 1]];
  if (!here || here.kind === 'cell') return 'none';
  if (isLabelAlone(here) && isAddressAlone(next)) return 'label';
  if (isLabelAlone(before) && isAddressAlone(here)) return 'address';
  const isAtEdge = index < EDGE || index >= lines.length - EDGE;
  return namesSource(here.line, isAtEdge) ? 'whole' : 'none';
}

type PrintedLine = {
  readonly line: SourceLine;
  readonly nodes: readonly Text[];
  readonly kind: TextRun['kind'];
};

/** A run's lines; one line where its breaks are no elements of their own. */
function printedLines(run: TextRun): readonly PrintedLine[] {
  const texts = run.text.split('\n');
  const ends = [...run.breaks, run.nodes.length];
  if (texts.length > ends.length) return [{ line: run, nodes: run.nodes, kind: run.kind }];
  let at = 0;
  return texts.map((text, index) => {
    const end = at + text.length;
    const links = run.links
      .filter((link) => link.start >= at && link.end <= end)
      .map((link) => ({ ...link, start: link.start - at, end: link.end - at }));
    const last = index === texts.length - 1 ? run.nodes.length : ends[index];
    const nodes = run.nodes.slice(ends[index - 1] ?? 0, last);
    at = end + 1;
    return { line: { text, links }, nodes, kind: run.kind };
  });
}

function namesSource({ text, links }: SourceLine, isAtEdge: boolean): boolean {
  if (text.length > LONGEST_LINE) return false;
  const label = SOURCE_LABEL.exec(text);
  if (!label) return isAtEdge && TRANSLATOR.test(text) && isName(text);
  const name = text.slice(label[0].length).replace(URL_IN_TEXT, '');
  if (URL_IN_TEXT.test(text) || links.some(({ href }) => /^https?:/i.test(href))) {
    return !SENTENCE_INSIDE.test(name);
  }
  return isAtEdge && /[:：]\s*$/.test(label[0]) && /[\p{L}\p{N}]/u.test(name) && isName(name);
}

function isName(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  const isSentence = SENTENCE_INSIDE.test(text) || (words > 5 && /[.!?]$/.test(text));
  return text.length <= LONGEST_NAME && words <= MOST_WORDS && !isSentence;
}

function isLabelAlone(printed: PrintedLine | undefined): boolean {
  if (!printed || printed.kind === 'cell') return false;
  const { text } = printed.line;
  const label = /[:：]\s*$/.test(text) ? text : `${text}:`;
  return SOURCE_LABEL.exec(label)?.[0] === label;
}

function isAddressAlone(printed: PrintedLine | undefined): boolean {
  if (!printed || printed.kind === 'cell') return false;
  const { text, links } = printed.line;
  const [link] = links;
  return LONE_ADDRESS.test(text) || (link !== undefined && link.end - link.start === text.length);
}

function joined(label: SourceLine, { text, links }: SourceLine): SourceLine {
  const by = label.text.length + 1;
  return {
    text: `${label.text} ${text}`,
    links: links.map((link) => ({ ...link, start: link.start + by, end: link.end + by })),
  };
}
