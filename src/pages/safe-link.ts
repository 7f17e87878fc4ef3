/** A web address from an archived page, or `null` when it is no `http(s)` address. */
export function toWebAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}

/**
 * An address as a reader would write it: 한강 instead of %ED%95%9C…; as it is when it cannot be decoded, or
 * when letters that nobody sees could then turn it around.
 */
export function readable(address: string): string {
  try {
    const decoded = decodeURI(address);
    return /[\p{C}\p{Z}]/u.test(decoded) ? address : decoded;
  } catch {
    return address;
  }
}
