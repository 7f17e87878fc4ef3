/** A word, number or mark of a text; offsets count UTF-16 units, end exclusive. */
export type Token = { readonly text: string; readonly start: number; readonly end: number };

/** Words that lose their vowel before the next one: "dell'Utri" is "dell'" and "Utri". */
const ELISIONS =
  'all agl bell c coll d dagl dall degl dell gl j jusqu l lorsqu m n nell negl presqu puisqu qu quand quell quest s sant sull sugl t un';

/** Short words whose full stop belongs to them and does not end the sentence. */
const ABBREVIATIONS =
  'Adm Amb Avv Abp Bros Brig Bp Capt Card Cav Cmdr Col Comm Cpl Cap Cel Dep Dipl Dir Dott Dr Dra Dres Drs Exc Gen Gov Geom Hon Ing Inc Jr Jun Lt Ltd Maj Me Min Mme Mlle Mgr Mons Mr Mrs Ms Msgr Magg No Nr On Onn Pfc Pres Prof Profs Profa Pe Rep Rev Sen Sens Sgt Sig Sigg Sr Sra Sres Srta Sta Ste St Supt Ten Thos Ven Vic Wm bzw ca cit dott dr ecc etc fig gen ing lic min mons nr on onn op pag pres prof red rev sen sig sigg sr sra ss st vs vgl zit г гг гл др им проф пос руб стр тов ул ген гос';

const joined = (words: string, form: (word: string) => string = (word) => word) =>
  words
    .split(' ')
    .map(form)
    .sort((a, b) => b.length - a.length)
    .join('|');
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** First alternative that fits wins, so the order matters. */
const TOKEN = new RegExp(
  [
    `(?:${joined(ELISIONS)}|${joined(ELISIONS, capitalised)}|${joined(ELISIONS, (word) => word.toUpperCase())})['’](?!['’])`,
    `(?:${joined(ABBREVIATIONS)})\\.(?!\\.)`,
    // Initials, together: "J.R.R.", "И.И.", "J.-P."
    '(?:\\p{Lu}\\p{M}*\\.-?)*\\p{Lu}\\p{M}*\\.(?!\\.)',
    // Numbers before words, so that "3rd" and "12-year" stay whole.
    '\\p{N}+(?:[.,:/]\\p{N}+)*(?:[-‐‑]?[\\p{L}\\p{M}]+)*',
    // Words, with hyphens and inner apostrophes, but not the English genitive.
    "[\\p{L}\\p{M}]+(?:[-‐‑‒·]?[\\p{L}\\p{M}\\p{N}]+|['’ʼ](?![sS](?![\\p{L}\\p{M}]))[\\p{L}\\p{M}]+)*",
    "['’][sS](?![\\p{L}\\p{M}])",
    '\\.{2,}|-{2,}|\\*{2,}|_{2,}',
    '[^\\s]',
  ].join('|'),
  'gu',
);

/** Cuts a text into tokens; what lies between two tokens is white space only. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

const LONGEST_SENTENCE = 400;
/** Printed lines shorter than this end a sentence; longer ones are taken for wrapped text. */
const SHORT_LINE = 50;

/** Groups the tokens of a text into sentences: after full stops, at blank lines and after short lines. */
export function toSentences(text: string, tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  let lineStart = 0;
  for (const [index, token] of tokens.entries()) {
    sentence.push(token);
    const next = tokens[index + 1];
    const gap = text.slice(token.end, next?.start ?? token.end);
    const breaks = countBreaks(gap);
    const lineIsShort = breaks === 1 && token.end - lineStart < SHORT_LINE;
    if (breaks > 0) lineStart = next?.start ?? token.end;
    const isLast =
      next === undefined ||
      breaks > 1 ||
      lineIsShort ||
      sentence.length >= LONGEST_SENTENCE ||
      (gap !== '' && endsSentence(sentence) && startsSentence(next.text));
    if (!isLast) continue;
    sentences.push(sentence);
    sentence = [];
  }
  return sentences;
}

function countBreaks(gap: string): number {
  return gap.includes('\n') ? gap.split('\n').length - 1 : 0;
}

function endsSentence(sentence: readonly Token[]): boolean {
  let index = sentence.length - 1;
  if (/^[»”"’')\]]$/.test(sentence[index]?.text ?? '')) index -= 1;
  return /^(?:[.!?…]|\.{2,})$/.test(sentence[index]?.text ?? '');
}

function startsSentence(next: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{N}«„“"‘¿¡(—–-]/u.test(next);
}
