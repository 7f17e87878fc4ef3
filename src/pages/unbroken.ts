import { type Html, html } from './html.ts';

/** Keeps a line from ending at a hyphen inside a word or an example ("1989-" / "11", "-" / "without"). */
export function unbroken(text: string): readonly (Html | string)[] {
  const pieces = text.split(/([\p{L}\p{N}-]*-[\p{L}\p{N}]+)/u);
  return pieces.map((piece, i) =>
    i % 2 === 1 ? html`<span class="unbroken">${piece}</span>` : piece,
  );
}
