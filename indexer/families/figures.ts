/** Digits with the marks that group thousands or part decimals, in European and Asian digits alike. */
const NUMBER = /\p{Nd}+(?:[.,\u00a0\u202f ’']\p{Nd}{3})*(?:[.,]\p{Nd}{1,2})?(?!\p{Nd})/gu;
const GROUPING = /[.,\u00a0\u202f ’'](?=\p{Nd}{3}(?!\p{Nd}))/gu;
const ENOUGH = 40;

/**
 * The numbers printed in a text, in one spelling (`1.200`, `1,200` and `1 200` become `1200`): what a
 * translation leaves as it is. Single digits say too little. Sorted, each once, at most forty.
 */
export function figuresOf(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [printed] of text.matchAll(NUMBER)) {
    const figure = toAsciiDigits(printed).replace(GROUPING, '').replace(',', '.');
    if (figure.length > 1) found.add(figure);
    if (found.size === ENOUGH) break;
  }
  return [...found].sort();
}

/** Every script keeps its ten digits in one row of Unicode, beginning with zero. */
function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 0x80) return digit;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });
}
