import { decodeBytes } from './charset-names.ts';
import { plausibility } from './charset-plausibility.ts';
import { textualSample } from './charset-sample.ts';

/** Sets that are tried where nothing is declared, the commonest first: a tie goes to the earlier. */
const CANDIDATES = [
  'windows-1252',
  'windows-1251',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'big5',
  'euc-jp',
  'windows-1250',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-6',
  'iso-8859-8',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic',
  'macintosh',
  'iso-8859-4',
  'iso-8859-13',
  'iso-8859-15',
  'iso-8859-16',
  'cp437',
  'cp850',
  'cp852',
];

/** Sets of few pages on the web, or that give letters for any byte: they must read clearly better. */
const RARE = new Set([
  'macintosh',
  'cp437',
  'cp850',
  'cp852',
  'iso-8859-4',
  'iso-8859-13',
  'iso-8859-16',
  'windows-1258',
  'windows-874',
]);
const RARITY = 0.15;

/** Below this, no set gives text that reads like one. */
const LEAST = 0;

/** The character set in which bytes read most like a text; `null` when none does. */
export function detectCharset(bytes: Uint8Array): string | null {
  if (switchesSets(bytes)) return 'iso-2022-jp';
  const sample = textualSample(bytes);
  if (sample.length === 0) return null;
  let best: string | null = null;
  let most = LEAST;
  for (const charset of CANDIDATES) {
    const score = plausibility(decodeBytes(sample, charset)) - (RARE.has(charset) ? RARITY : 0);
    if (score > most) {
      best = charset;
      most = score;
    }
  }
  return best;
}

/** Only ISO-2022-JP switches sets by ESC `$`; all its bytes are ASCII. */
function switchesSets(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b);
  return at >= 0 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40);
}
