import type { Found } from './article.ts';
import { isTraditionalChinese } from './chinese-forms.ts';
import { kindredOf, mayBeWrittenIn } from './kindred-languages.ts';
import { languageDetector } from './language-detector.ts';

/** Text that is looked at; more does not make the answer surer. */
const SAMPLE = 4_000;
/** Letters below which nothing can be told from the words alone. */
const FEW_LETTERS = 20;
const SURE_LETTERS = 60;

/** Scripts that belong to one language of the archive, or to one that is by far the likeliest. */
const SCRIPT_LANGUAGES: readonly (readonly [script: RegExp, language: string])[] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Tifinagh}/gu, 'ber'],
  [/\p{Script=Tibetan}/gu, 'bo'],
];

/** A declared language wins over the first guess when its own score is this near to it. */
const CLOSE = 0.93;

/**
 * The language of a text as BCP 47. Script first, then the words; what the page declares, often the
 * language of its chrome, decides only between close guesses and where the words tell nothing. `null`
 * when it is too short to tell and nothing is declared.
 */
export function languageOf(text: string, declared: string | null): Found<string> | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const byScript = scriptLanguage(sample, letters);
  if (byScript) return found(byScript, 'script', 'high');
  const claim = declaredLanguage(declared);
  const byWords = letters >= FEW_LETTERS ? wordLanguage(sample, claim) : null;
  if (!byWords) return claim ? found(claim, 'declared', 'low') : null;
  const isSure = letters >= SURE_LETTERS || byWords === claim;
  return found(byWords, 'words', letters >= SURE_LETTERS ? 'high' : isSure ? 'medium' : 'low');
}

function scriptLanguage(sample: string, letters: number): string | null {
  const count = (script: RegExp) => sample.match(script)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  if (kana > letters * 0.05 && kana + han > letters * 0.4) return 'ja';
  if (han > letters * 0.5) return isTraditionalChinese(sample) ? 'zh-Hant' : 'zh-Hans';
  if (count(/\p{Script=Ethiopic}/gu) > letters * 0.4) return ethiopicLanguage(sample);
  for (const [script, language] of SCRIPT_LANGUAGES)
    if (count(script) > letters * 0.4) return language;
  return null;
}

/** Tigrinya writes the vowel's carrier as ኣ, and articles that Amharic has not. */
function ethiopicLanguage(text: string): string {
  const tigrinya = text.match(/ኣ|ሓ|እዩ|ካብ|[እነብ]ቲ|(?<!\p{L})ዝ/gu)?.length ?? 0;
  const amharic = text.match(/አ|ነው|ናቸው|እንደ|(?<!\p{L})የ/gu)?.length ?? 0;
  return tigrinya > amharic ? 'ti' : 'am';
}

/** By n-grams; a close second that the page declares wins over the first, kindred languages are told apart. */
function wordLanguage(sample: string, claim: string | null): string | null {
  const scores = Object.entries(languageDetector.detect(sample).getScores()).sort(
    ([, a], [, b]) => b - a,
  );
  const possible = scores.filter(([code]) => mayBeWrittenIn(sample, code));
  const [first] = possible.length > 0 ? possible : scores;
  if (!first) return null;
  const [answer, best] = first;
  const kindred = kindredOf(sample, answer);
  if (kindred !== answer) return kindred;
  const close = possible.find(([code, score]) => nameOf(code) === claim && score >= best * CLOSE);
  return nameOf(close?.[0] ?? answer);
}

/** Codes of the n-grams that catalogue and readers know under another. */
const OTHER_CODES: Readonly<Record<string, string>> = { tl: 'fil' };

/** `it-IT`, `pt_BR`, `en, de` → `it`, `pt`, `en`. */
function declaredLanguage(declared: string | null): string | null {
  const code =
    declared
      ?.trim()
      .toLowerCase()
      .split(/[^a-z]/)[0] ?? '';
  return /^[a-z]{2,3}$/.test(code) && code !== 'und' ? code : null;
}

function found(value: string, rule: string, confidence: 'high' | 'medium' | 'low'): Found<string> {
  return { value, evidence: { rule, confidence } };
}

function nameOf(code: string): string {
  return OTHER_CODES[code] ?? code;
}
