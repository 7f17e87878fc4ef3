import { eld } from 'eld/medium';
import type { Found } from './article.ts';
import { isTraditionalChinese } from './chinese-forms.ts';

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
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Tibetan}/gu, 'bo'],
];

/**
 * The language of a text as BCP 47. Script first, then the words; the page's declared language decides
 * only where the text can't. `null` when it is too short to tell and nothing is declared.
 */
export function languageOf(text: string, declared: string | null): Found<string> | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const byScript = letters > 0 ? scriptLanguage(sample, letters) : null;
  if (byScript) return found(byScript, 'script', 'high');
  const claim = declaredLanguage(declared);
  const byWords = letters >= FEW_LETTERS ? wordLanguage(sample, claim) : null;
  if (byWords && (letters >= SURE_LETTERS || byWords === claim)) {
    return found(byWords, 'words', letters >= SURE_LETTERS ? 'high' : 'medium');
  }
  if (claim && letters > 0) return found(claim, 'declared', 'low');
  return byWords ? found(byWords, 'words', 'low') : null;
}

function scriptLanguage(sample: string, letters: number): string | null {
  const count = (script: RegExp) => sample.match(script)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  if (kana > letters * 0.05 && kana + han > letters * 0.4) return 'ja';
  if (han > letters * 0.5) return isTraditionalChinese(sample) ? 'zh-Hant' : 'zh-Hans';
  for (const [script, language] of SCRIPT_LANGUAGES)
    if (count(script) > letters * 0.4) return language;
  return null;
}

/** By n-grams; a close second that the page declares wins over the first. */
function wordLanguage(sample: string, claim: string | null): string | null {
  const result = eld.detect(sample);
  if (result.language === '') return null;
  const scores = result.getScores();
  const best = scores[result.language] ?? 0;
  const claimed = claim ? (scores[claim] ?? 0) : 0;
  return claim && claimed >= best * 0.93 ? claim : result.language;
}

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
