const MARKUP = Symbol('markup');

/** Markup that is safe to send: made by `html` alone, so every piece of text in it is escaped. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What may stand between `${` and `}`. Nothing is printed for `null`, `undefined` and `false`. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Tagged template: text and attribute values (always quoted) are escaped, markup is kept. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let markup = strings[0] ?? '';
  for (const [i, piece] of pieces.entries()) markup += render(piece) + (strings[i + 1] ?? '');
  return { [MARKUP]: markup };
}

/** Takes markup from a renderer that escapes by itself. The only door for ready-made markup. */
export function unsafeMarkup(markup: string): Html {
  return { [MARKUP]: markup };
}

/** The markup as text, to be sent. */
export function toMarkup(page: Html): string {
  return page[MARKUP];
}

/** Attributes with a value; those that are `null`, `undefined` or `false` are left out. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Html {
  const written = Object.entries(values).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === false) return [];
    return value === true ? [` ${name}`] : [` ${name}="${escapeText(String(value))}"`];
  });
  return unsafeMarkup(written.join(''));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

function render(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escapeText(piece);
  if (typeof piece === 'number') return String(piece);
  if (isHtml(piece)) return piece[MARKUP];
  return piece.map(render).join('');
}

function isHtml(piece: Html | readonly Piece[]): piece is Html {
  return MARKUP in piece;
}
