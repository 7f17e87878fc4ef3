/*
 * Copyright lines, cookie notices and terms of use. Plain phrases in small letters: looking for them is
 * many times cheaper than one expression of all, and every run of a page is looked at.
 */

/** How such a line begins. */
const OPENINGS = [
  '©',
  '(c) 19',
  '(c) 20',
  'copyright',
  'all rights reserved',
  'tutti i diritti',
  'tous droits',
  'todos los derechos',
  'todos os direitos',
  'alle rechte',
  'все права',
  'tüm hakları',
];

/** What it says wherever it stands in the line. */
const PHRASES = [
  'all rights reserved',
  'site uses cookies',
  'we use cookies',
  'our partners use cookies',
  'use cookies to',
  'uses cookies to',
  'utilizza cookie',
  'utilizza i cookie',
  'utilizziamo cookie',
  'utilizziamo i cookie',
  'utiliza cookies',
  'utilizamos cookies',
  'utilise des cookies',
  'utilisons des cookies',
  'verwenden cookies',
  'verwenden wir cookies',
  'verwendet cookies',
  'privacy policy',
  'cookie policy',
  'terms of use',
  'terms of service',
  'terms and conditions',
  'may not be published, broadcast',
  'may not be published, rewritten',
  'may not be reproduced, broadcast',
  'selected by our editorial team',
  'chosen by our editorial team',
  'affiliate commission',
  'earn a commission',
  'earn commission',
  '無断転載',
  '無断複製',
  '转载请注明',
  '未经授权',
  '未經授權',
  '未經許可',
  '禁止转载',
  '禁止轉載',
  '무단전재',
  '무단 전재',
  '재배포 금지',
];

const MAX_FINE_PRINT = 500;

/** Whether a run is fine print. */
export function isFinePrint(text: string): boolean {
  if (text.length > MAX_FINE_PRINT) return false;
  const small = text.toLowerCase();
  return (
    OPENINGS.some((opening) => small.startsWith(opening)) ||
    PHRASES.some((phrase) => small.includes(phrase))
  );
}
