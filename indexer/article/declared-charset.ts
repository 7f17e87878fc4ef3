/** How far into a page a declaration may stand; browsers look at 1,024 bytes, old generators need more. */
const LOOKED_AT = 8_192;

const DECLARATIONS: readonly RegExp[] = [
  /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i,
  /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']/i,
];

/** The label that a page's `<meta>` or XML declaration gives, as printed; `null` without one. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const opening = Buffer.from(bytes.subarray(0, LOOKED_AT))
    .toString('latin1')
    .replace(/<!--(?!\[if)[\s\S]{0,2000}?-->/g, ' ');
  for (const pattern of DECLARATIONS) {
    const label = pattern.exec(opening)?.[1];
    if (label) return label;
  }
  return null;
}
