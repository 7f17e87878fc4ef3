const MAX_SAMPLE = 6_000;

/** The page's bytes outside tags, scripts and styles, around those above ASCII. */
export function textualSample(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.subarray(0, 2_000_000))
    .toString('latin1')
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&[#\w]{1,10};/g, ' ');
  const words: string[] = [];
  let length = 0;
  for (const line of text.split(/[\r\n]+|\s{2,}/)) {
    if (!/[\x80-\xff]/.test(line)) continue;
    words.push(line.slice(0, 2_000));
    length += line.length;
    if (length > MAX_SAMPLE) break;
  }
  return Buffer.from(words.join('\n'), 'latin1');
}
