import iconv from 'iconv-lite';

/** Labels that neither TextDecoder nor iconv-lite knows, but pages use. */
const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  unicode: 'utf-16le',
  cp1251: 'windows-1251',
  'win-1251': 'windows-1251',
  'windows-cp1251': 'windows-1251',
  koi8: 'koi8-r',
  'dos-866': 'ibm866',
  'x-cp866': 'ibm866',
  'cp-866': 'ibm866',
  'x-sjis-jp': 'shift_jis',
  ks_c_5601: 'euc-kr',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  cp936: 'gbk',
  cp950: 'big5',
  cp932: 'shift_jis',
  'x-big5': 'big5',
};

/**
 * The name of the set a label means: WHATWG's where it has one (so `iso-8859-1` is `windows-1252`, as
 * browsers read it), iconv-lite's for older sets; `null` for a label that means nothing.
 */
export function knownCharset(label: string | null): string | null {
  if (!label) return null;
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["';]+$/g, '');
  const alias = ALIASES[name] ?? name;
  try {
    const { encoding } = new TextDecoder(alias);
    return encoding === 'replacement' || encoding === 'x-user-defined' ? null : encoding;
  } catch {
    return iconv.encodingExists(alias) && !/^(?:base64|hex|binary|internal)/.test(alias)
      ? alias
      : null;
  }
}

/**
 * Sets that Node's TextDecoder does not read as browsers do, and what iconv-lite calls them: it takes
 * `windows-1252` for Latin 1, so that quotation marks become control characters, and leaves out the
 * syllables that Windows added to `euc-kr`.
 */
const READ_BY_ICONV: Readonly<Record<string, string>> = {
  'windows-1252': 'windows-1252',
  'euc-kr': 'cp949',
};

/** Decodes with the set's own decoder; what no byte explains becomes U+FFFD. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  const name = READ_BY_ICONV[charset];
  if (name) return iconv.decode(Buffer.from(bytes), name);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), charset);
  }
}
