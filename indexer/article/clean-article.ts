import { Element, type ParentNode } from 'domhandler';
import { readPrintedDate } from '../dates/printed-date.ts';
import { boilerplateLine } from './boilerplate-lines.ts';
import { isFinePrint } from './fine-print.ts';
import { endsLikeSentence, linkShare, sizeOf } from './run-worth.ts';
import { bare } from './site-name.ts';
import { opensLikeSource } from './source-lines.ts';
import { readRuns, type TextRun } from './text-runs.ts';
import { type Dropped, elementsOf, lineage } from './tree.ts';

/** What the cleaning must know of the page. */
export type Surroundings = {
  readonly headline: string | null;
  readonly byline: string | null;
  /** Whether the page's own metadata repeat this run as part of the article. */
  readonly isRepeated: (run: TextRun) => boolean;
};

/** Takes lines out of the article that are about it, around it or beside it. */
export function cleanArticle(root: ParentNode, surroundings: Surroundings, dropped: Dropped): void {
  dropLinkLists(root, dropped);
  dropLines(root, surroundings, dropped);
  dropOpening(root, surroundings, dropped);
  dropEnding(root, surroundings, dropped);
  dropLoneHeadings(root, dropped);
}

/** Drops a run: its text nodes, wherever they stand. */
export function dropRun(run: TextRun, rule: string, dropped: Dropped): void {
  for (const node of run.nodes) dropped.set(node, rule);
}

function isSourceLine({ text }: TextRun): boolean {
  return opensLikeSource(text);
}

/** Lists of which every entry is a link and nothing else. */
function dropLinkLists(root: ParentNode, dropped: Dropped): void {
  const lists = elementsOf(
    root,
    (element) => element.name === 'ul' || element.name === 'ol' || element.name === 'dl',
    dropped,
  );
  for (const list of lists) {
    if (dropped.has(list)) continue;
    const runs = readRuns(list, dropped);
    const linked = runs.filter((run) => linkShare(run) > 0.7).length;
    if (runs.length > 0 && linked >= runs.length * 0.75 && !runs.some(isSourceLine))
      dropped.set(list, 'link-list');
  }
}

function dropLines(root: ParentNode, surroundings: Surroundings, dropped: Dropped): void {
  const runs = readRuns(root, dropped);
  const sentences = runs.filter((run) => linkShare(run) < 0.5 && endsLikeSentence(run.text)).length;
  for (const run of runs) {
    const rule = lineRule(run, sentences);
    if (rule && !(surroundings.isRepeated(run) && run.text.length > 30))
      dropRun(run, rule, dropped);
  }
}

/** "IN TEXAS: Family in quarantine", all but the label a link: another story. */
const LABELLED_LINK = /^[\p{Lu}\d][\p{Lu}\d '’&|-]{1,30}[:|›»]\s*\S/u;

function lineRule(run: TextRun, sentences: number): string | null {
  const line = boilerplateLine(run.text, linkShare(run));
  if (line) return `line:${line}`;
  if (isFinePrint(run.text)) return 'line:fine-print';
  if (sentences >= 2 && LABELLED_LINK.test(run.text) && linkShare(run) > 0.6 && !isSourceLine(run))
    return 'line:label-link';
  const isLink = linkShare(run) > 0.9 && run.kind !== 'cell' && run.kind !== 'quote';
  if (isLink && sentences >= 2 && !isSourceLine(run) && isTitleOfOther(run.text))
    return 'line:link';
  return null;
}

/** A linked line is the title of another story, unless it is a sentence of this one. */
function isTitleOfOther(text: string): boolean {
  return !endsLikeSentence(text) || /[?？]['"”’»]*$/.test(text) || /^\[.*\]$/.test(text);
}

/** Above the first paragraph: the headline again, byline, date, place of publication. */
function dropOpening(root: ParentNode, { headline, byline }: Surroundings, dropped: Dropped): void {
  const runs = readRuns(root, dropped);
  const first = runs.findIndex((run) => isParagraph(run));
  if (first < 0) return;
  const title = bare(headline ?? '');
  const author = bare(byline ?? '');
  for (const run of runs.slice(0, first + 1)) {
    const rule = openingRule(run, title, author);
    if (rule) dropRun(run, rule, dropped);
  }
}

function openingRule(run: TextRun, title: string, author: string): string | null {
  const key = bare(run.text);
  if (title !== '' && key === title) return 'headline-again';
  if (isSourceLine(run)) return null;
  if (author !== '' && key === author) return 'byline';
  if (
    run.text.length <= 120 &&
    /^(?:by|di|por|par|von)\s+\p{Lu}/iu.test(run.text) &&
    !endsLikeSentence(run.text)
  )
    return 'byline';
  return isOnlyDate(run.text) ? 'date-line' : null;
}

/** Words that say which date it is. */
const ABOUT_DATES =
  /\b(?:first |last |ultim[oa] )?(?:published|posted|updated?|modified|created|pubblicato|aggiornat[oa]|aggiornamento|publicado|actualizado|atualizado|publié|mis à jour|modifié|veröffentlicht|aktualisiert|опубликовано|обновлено)\b/giu;

/** "4 September 2025, 10:30", "Posted on …", "Date: 23/12/2023 | Source: …": a date and few words. */
function isOnlyDate(text: string): boolean {
  if (text.length > 90 || /\([\p{Lu}]{2,}[^)]*\)\s*[—–-]*/u.test(text)) return false;
  let rest = text;
  for (let dates = 0; dates < 3; dates++) {
    const found = readPrintedDate(rest, null);
    if (!found && dates === 0) return false;
    if (!found) break;
    rest = rest.slice(0, found.span[0]) + rest.slice(found.span[1]);
  }
  return rest.replace(ABOUT_DATES, '').replace(/[^\p{L}]+/gu, '').length <= 26;
}

/** Marks with which agencies end a dispatch: text, however short. */
const END_MARK = /^(?:-0-|-30-|#+|\*+|###|_+|\(?ends?\)?\.?|\(?end\)?)$/i;
/** An address and a date in brackets: an agency signs its page so. */
const SIGNATURE = /^(?:www\.)?[\w.-]+\.[a-z]{2,}\s*\([^()]{4,60}\)$/i;

/** Below the last paragraph: links, labels, signatures of the site. */
function dropEnding(root: ParentNode, surroundings: Surroundings, dropped: Dropped): void {
  const runs = readRuns(root, dropped);
  for (let at = runs.length - 1; at > 0; at--) {
    const run = runs[at];
    if (!run || surroundings.isRepeated(run)) return;
    const rule = endingRule(run, surroundings.byline);
    if (!rule) return;
    dropRun(run, rule, dropped);
  }
}

function endingRule(run: TextRun, byline: string | null): string | null {
  if (SIGNATURE.test(run.text)) return 'ending:signature';
  if (END_MARK.test(run.text) || isSourceLine(run)) return null;
  if (linkShare(run) > 0.6) return 'ending:link';
  if (isSmallType(run)) return 'ending:small-type';
  if (isAboutAuthor(run, byline)) return 'ending:author';
  if (run.kind === 'heading') return 'ending:heading';
  if (
    /^(?:tags?|tagged|filed under|topics?|categor(?:y|ies|ie)|etichette|schlagw(?:o|ö)rter|mots[- ]clés|etiquetas|теги|метки)\s*[:：]/iu.test(
      run.text,
    )
  )
    return 'ending:tags';
  return null;
}

/** The foot of a page made by hand is set smaller than its text. */
function isSmallType(run: TextRun): boolean {
  return isSetIn(
    run,
    ({ name, attribs }) =>
      name === 'small' || (name === 'font' && /^(?:1|-[12])$/.test(attribs['size']?.trim() ?? '')),
  );
}

/** "Marina Colombo è una giornalista…": a name, "is a", a few words, and a trade of the newsroom. */
const ABOUT_AUTHOR = new RegExp(
  String.raw`^(?:\p{Lu}[\p{L}.'’-]*\s+){2,4}(?:is|è|est|es|ist|é)\s+(?:[\p{L}’'-]+\s+){0,5}(?:[\p{L}]+[’'])?` +
    '(?:journalist|reporter|writer|author|editor|columnist|correspondent|giornalista|scrittor|scrittrice|autor|' +
    'corrispondente|redattor|inviat[oa]|écrivain|periodista|corresponsal|redakteur|korrespondent|jornalista)',
  'iu',
);

/** Set in italics or about whoever signed: a dispatch may end with another journalist's fate. */
function isAboutAuthor(run: TextRun, byline: string | null): boolean {
  if (!ABOUT_AUTHOR.test(run.text)) return false;
  const isSigned =
    byline !== null &&
    run.text.length > byline.length &&
    bare(byline).includes(bare(run.text.split(/\s+/, 2).join(' ')));
  return isSigned || isSetIn(run, ({ name }) => name === 'em' || name === 'i');
}

/** Whether every word stands inside an element of a kind. */
function isSetIn({ nodes }: TextRun, isOfKind: (element: Element) => boolean): boolean {
  const words = nodes.filter(({ data }) => /\S/.test(data));
  return words.every((node) => lineage(node).some(isOfKind));
}

/** A heading over nothing: what stood below it was no part of the article. */
function dropLoneHeadings(root: ParentNode, dropped: Dropped): void {
  const runs = readRuns(root, dropped);
  let next: TextRun | null = null;
  for (let at = runs.length - 1; at >= 0; at--) {
    const run = runs[at];
    if (!run) continue;
    const isAlone =
      next === null ||
      (next.kind === 'heading' && levelOf(next) <= levelOf(run) && linkShare(run) > 0.5);
    if (run.kind === 'heading' && isAlone && runs.length > 1)
      dropRun(run, 'heading-alone', dropped);
    else next = run;
  }
}

function levelOf(run: TextRun): number {
  const name = run.element instanceof Element ? run.element.name : '';
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 7;
}

function isParagraph(run: TextRun): boolean {
  return run.kind !== 'heading' && sizeOf(run.text) >= 60 && linkShare(run) < 0.5;
}
