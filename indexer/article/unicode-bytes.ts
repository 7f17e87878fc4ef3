/** A multi-byte character for each so many broken bytes makes text UTF-8 with damage, not another set. */
const DAMAGE = 12;
/** The same for a page that says it is UTF-8. */
const DAMAGE_IF_DECLARED = 2;
const SAMPLE = 4_096;

/** Whether bytes are UTF-8 without fault and say more than ASCII; a character cut off at the end is no fault. */
export function isStrictUtf8(bytes: Uint8Array): boolean {
  const { multibyte, broken } = countUtf8(bytes);
  return multibyte > 0 && broken === 0;
}

/** Whether bytes are UTF-8 with some damage: far more whole characters than broken ones. */
export function isMostlyUtf8(bytes: Uint8Array, isDeclared: boolean): boolean {
  const { multibyte, broken } = countUtf8(bytes);
  return multibyte > broken * (isDeclared ? DAMAGE_IF_DECLARED : DAMAGE);
}

export function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/**
 * UTF-16 without a mark: HTML's own letters are ASCII, so that every other byte is null.
 * Gives the byte order, or `null`.
 */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 8) return null;
  const nulls = [0, 0];
  for (let at = 0; at < length; at++) {
    if (bytes[at] === 0) nulls[at & 1] = (nulls[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nulls;
  const half = length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.3 && odd < half * 0.05 ? 'utf-16be' : null;
}

function countUtf8(bytes: Uint8Array): { multibyte: number; broken: number } {
  let multibyte = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = lengthOf(lead);
    const isCutOff = length > 0 && at + length > bytes.length;
    const isWhole = length > 0 && !isCutOff && isCharacter(bytes, at, length);
    if (isWhole) multibyte += 1;
    else if (!isCutOff) broken += 1;
    at += isWhole ? length : 1;
  }
  return { multibyte, broken };
}

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Continuation bytes only, no overlong form, no surrogate, nothing above U+10FFFF. */
function isCharacter(bytes: Uint8Array, at: number, length: number): boolean {
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
  }
  const lead = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
}
