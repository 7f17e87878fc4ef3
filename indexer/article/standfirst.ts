import { type ChildNode, Element, type ParentNode } from 'domhandler';
import type { Found } from './article.ts';
import { textOf } from './json-ld.ts';
import { metaOf, type PageMetadata } from './page-metadata.ts';
import { endsLikeSentence, linkShare, sizeOf } from './run-worth.ts';
import { bare } from './site-name.ts';
import type { TextRun } from './text-runs.ts';
import { lineage, textBelow } from './tree.ts';

/** Names that sites give the summary line. */
const SURE_NAME =
  /(?:^|[\s_-])(?:stand-?first|sub-?title|sub-?titulo|sub-?head(?:line|ing)?|sottotitolo|sous-?titre|untertitel|dek|deck|chapeau|sommario|catenaccio|occhiello|vorspann|entradilla|bajada|copete|ingress|anrisstext|article-?summary|entry-?summary|post-?excerpt|summary|abstract|excerpt|strapline|strap|article-?description|alternative-?headline)(?=$|[\s_-])/i;
/** Names that also mark the first paragraph of the text. */
const LEAD_NAME =
  /(?:^|[\s_-])(?:lead|lede|lead-?text|intro|introduction|article-?lead|article-?intro|article-?header-?text|teaser-?text)(?=$|[\s_-])/i;

const MIN = 20;
const MAX = 700;

/** How far from the top of the text a printed standfirst may stand. */
const NEAR = 4;

/** How many elements around a run's first words may give it a name. */
const NEAR_ELEMENTS = 4;

/** A dateline opens the text, whatever it looks like: "PYONGYANG, 4 July (KCNA) —", "Rome (ANSA) -". */
const DATELINE =
  /^.{2,90}?\(\s*[\p{Lu}\p{Script=Han}\p{Script=Hangul}][\p{L}\p{N} ./-]{1,30}\)|^\p{Lu}[\p{L} .,'’-]{1,40}[,،]\s.{0,30}\d.{0,30}\s[—–-]|^\[.{2,40}\]|^[\p{Lu} ,.'’-]{3,40}\s[—–-]{1,2}\s/u;

export type Standfirst = { readonly found: Found<string>; readonly run: TextRun | null };

export type StandfirstPlaces = {
  /** Runs between headline and text. */
  readonly before: readonly TextRun[];
  /** Runs of the text. */
  readonly text: readonly TextRun[];
  readonly headline: string | null;
  readonly isHeadline: (run: TextRun) => boolean;
};

/** The summary under the headline: printed by name, as a line before the text or as its emphasised opening; else declared. */
export function findStandfirst(
  metadata: PageMetadata,
  places: StandfirstPlaces,
): Standfirst | null {
  const description = describedIn(metadata);
  return printedStandfirst(places, description) ?? declaredStandfirst(description, places);
}

function printedStandfirst(
  places: StandfirstPlaces,
  description: string | null,
): Standfirst | null {
  const opening = places.text.filter((run) => !places.isHeadline(run)).slice(0, NEAR);
  const rest = places.text.length;
  for (const run of [...places.before, ...opening]) {
    if (!mayBe(run, places)) continue;
    const isBefore = places.before.includes(run);
    const rule = ruleFor(run, isBefore, description);
    if (rule && (isBefore || rest > 1)) return printed(run, rule);
  }
  const first = opening[0];
  if (
    first?.kind === 'heading' &&
    opening[1]?.kind !== 'heading' &&
    rest > 2 &&
    sizeOf(first.text) > 60 &&
    mayBe(first, places)
  ) {
    return printed(first, 'heading-below-headline');
  }
  if (
    first &&
    (rest > 2 || opensWithDateline(opening[1])) &&
    mayBe(first, places) &&
    isWhollyEmphasised(first) &&
    !opening.slice(1, 3).some(isWhollyEmphasised)
  ) {
    return printed(first, 'emphasised-opening');
  }
  return null;
}

function ruleFor(run: TextRun, isBefore: boolean, description: string | null): string | null {
  const names = lineage(innermostOf(run))
    .slice(0, NEAR_ELEMENTS)
    .filter((element) => isFilledBy(element, run))
    .map(namesOf);
  if (names.some((name) => SURE_NAME.test(name))) return 'standfirst-name';
  const isDescribed = description !== null && isSameOpening(run.text, description);
  if (
    names.slice(0, 2).some((name) => LEAD_NAME.test(name)) &&
    (isBefore || isWhollyEmphasised(run))
  )
    return 'lead-name';
  if (!isBefore) return null;
  if (isDescribed) return 'printed+description';
  const isHeading = run.kind === 'heading';
  return isHeading && sizeOf(run.text) > 40 ? 'heading-below-headline' : null;
}

function mayBe(run: TextRun, places: StandfirstPlaces): boolean {
  const size = run.text.length;
  if (size < MIN || size > MAX || linkShare(run) > 0.3 || places.isHeadline(run)) return false;
  return !opensWithDateline(run);
}

function opensWithDateline(run: TextRun | undefined): boolean {
  return run !== undefined && DATELINE.test(run.text.slice(0, 140));
}

function isWhollyEmphasised(run: TextRun): boolean {
  return (
    run.kind === 'paragraph' &&
    sizeOf(run.text) >= (/[.…。]$/.test(run.text) ? MIN : 60) &&
    run.emphasised >= run.text.replace(/\s/g, '').length * 0.95
  );
}

function printed(run: TextRun, rule: string): Standfirst {
  const value = run.text.replace(/\s*\n\s*/g, ' ');
  return { found: { value, evidence: { rule, printed: value, confidence: 'high' } }, run };
}

function describedIn(metadata: PageMetadata): string | null {
  const inJson = metadata.articles
    .map((article) => textOf(article['description']))
    .find((text) => text !== null);
  return (
    metaOf(metadata, 'og:description', 'description', 'twitter:description', 'dc.description') ??
    inJson ??
    null
  );
}

/** A description that is neither the opening of the text nor the headline again, and was not cut off. */
function declaredStandfirst(
  description: string | null,
  places: StandfirstPlaces,
): Standfirst | null {
  if (!description || description.length < MIN || description.length > MAX) return null;
  if (/(?:\.{3}|…|\[…\]|\[\.\.\.\])\s*$/.test(description)) return null;
  const key = bare(description);
  if (key === '' || key === bare(places.headline ?? '')) return null;
  const wholeText = bare(
    places.text
      .slice(0, 12)
      .map((run) => run.text)
      .join(' '),
  );
  if (wholeText.includes(key.slice(0, 60)) || key.includes(wholeText.slice(0, 80))) return null;
  return {
    found: {
      value: description,
      evidence: { rule: 'meta:description', printed: description, confidence: 'medium' },
    },
    run: null,
  };
}

function isSameOpening(text: string, description: string): boolean {
  const one = bare(text);
  const other = bare(description);
  const length = Math.min(one.length, other.length, 80);
  return length >= 20 && one.slice(0, length) === other.slice(0, length);
}

/** The innermost element around a run's first words: a standfirst's name may be on a `<strong>`. */
function innermostOf(run: TextRun): ChildNode {
  return run.nodes.find(({ data }) => /\S/.test(data)) ?? (run.element as Element);
}

/** Whether a run is about all that an element holds: only then does the element's name speak of it. */
function isFilledBy(element: Element, run: TextRun): boolean {
  return bare(textBelow(element)).length <= bare(run.text).length * 1.2 + 10;
}

function namesOf(node: ParentNode): string {
  if (!(node instanceof Element)) return '';
  return [
    node.attribs['class'],
    node.attribs['id'],
    node.attribs['itemprop'],
    node.attribs['data-testid'],
  ]
    .filter(Boolean)
    .join(' ');
}

/** Whether a run reads like a sentence of its own. */
export function isStatement(run: TextRun): boolean {
  return endsLikeSentence(run.text) && sizeOf(run.text) > 60;
}
