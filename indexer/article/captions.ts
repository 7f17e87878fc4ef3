import type { Element, ParentNode } from 'domhandler';
import { oneLine } from './page-metadata.ts';
import { goodIn, type PageOutline } from './page-outline.ts';
import { readRuns } from './text-runs.ts';
import { type Dropped, elementsOf, isInside } from './tree.ts';

const CAPTION_NAME =
  /(?:^|[\s_-])(?:wp-caption-text|caption(?:-?text)?|captions|figcaption|photo-?caption|image-?caption|img-?caption|media-?caption|pic-?caption|cutline|didascalia|bildunterschrift|leyenda|legende|pie-?foto|image-?text|picture-?text|photo-?desc(?:ription)?)(?=$|[\s_-])/i;

const MAX_CAPTION = 1_000;

/** Takes captions of pictures out of the text; what they say is kept by `captionsIn`. */
export function dropCaptions(body: ParentNode, outline: PageOutline, dropped: Dropped): Element[] {
  const total = goodIn(outline, body);
  const captions = elementsOf(
    body,
    (element) => isCaption(element) && goodIn(outline, element) < total * 0.4,
    dropped,
  );
  const outer = captions.filter(
    (caption) => !captions.some((other) => other !== caption && isInside(caption, other)),
  );
  for (const caption of outer) dropped.set(caption, 'caption');
  return outer;
}

/** The texts of the captions that stand in the article, each once. */
export function captionsIn(root: ParentNode, captions: readonly Element[]): string[] {
  const texts = captions
    .filter((caption) => isInside(caption, root))
    .map((caption) => oneLine(wordsOf(caption)))
    .filter((text) => text !== '' && text.length <= MAX_CAPTION);
  return [...new Set(texts)];
}

/** Lines of a caption stay parted. */
function wordsOf(caption: Element): string {
  return readRuns(caption, new Map())
    .map(({ text }) => text)
    .join(' ');
}

function isCaption(element: Element): boolean {
  if (element.name === 'figcaption') return true;
  if (element.name === 'figure') return !holdsText(element);
  if (element.name === 'table' || element.name === 'body') return false;
  return CAPTION_NAME.test(
    `${element.attribs['class'] ?? ''} ${element.attribs['itemprop'] ?? ''}`,
  );
}

/** A figure around a table, a quotation or a list shows text; one around a picture only explains it. */
function holdsText(figure: Element): boolean {
  const isText = ({ name }: Element) => /^(?:table|blockquote|pre|ul|ol|p)$/.test(name);
  const isPicture = ({ name }: Element) => /^(?:img|picture|amp-img|amp-video)$/.test(name);
  const texts = elementsOf(figure, isText).filter(
    (element) => !(/^(?:p|ul|ol)$/.test(element.name) && elementsOf(figure, isPicture).length > 0),
  );
  return texts.length > 0;
}
