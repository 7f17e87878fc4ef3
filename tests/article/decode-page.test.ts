import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../indexer/article/decode-page.ts';
import { looksBinary } from '../../indexer/article/looks-binary.ts';
import { CHARSET_SAMPLES } from './charset-samples.ts';

const inPage = (bytes: Uint8Array) =>
  Buffer.concat([
    Buffer.from('<html><body><p>'),
    bytes,
    Buffer.from('</p><a href="/">Home</a></body></html>'),
  ]);

const ENCODER: Readonly<Record<string, string>> = { 'x-mac-cyrillic': 'maccyrillic' };

const undeclared = CHARSET_SAMPLES.flatMap(([language, charsets, text]) =>
  charsets.split(' ').map((charset) => ({ language, charset, text })),
);

describe('undeclared legacy bytes', () => {
  test.each(undeclared)(
    'in $language as $charset are read as they were written',
    ({ charset, text }) => {
      const encoded = iconv.encode(text, ENCODER[charset] ?? charset);
      expect(iconv.decode(encoded, ENCODER[charset] ?? charset)).toBe(text);
      const { html, brokenCharacters } = decodePage(inPage(encoded), null);
      expect(html).toContain(text);
      expect(brokenCharacters).toBe(0);
    },
  );

  test('with the quotation marks of windows-1252 give quotation marks', () => {
    const bytes = Buffer.from(
      '\x93Don\x92t,\x94 she said \x97 or \x91almost\x92 \x96 twice.',
      'latin1',
    );
    expect(decodePage(inPage(bytes), null)).toMatchObject({
      charset: 'windows-1252',
      html: expect.stringContaining('“Don’t,” she said — or ‘almost’ – twice.'),
    });
  });

  test('of ISO-2022-JP are told by their escapes', () => {
    const bytes = Buffer.from('\x1b$BJ?>m\x1b(B', 'latin1');
    expect(decodePage(inPage(bytes), null)).toMatchObject({
      charset: 'iso-2022-jp',
      html: expect.stringContaining('平壌'),
    });
  });
});

const meta = (label: string) =>
  `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`;

const declarations: readonly (readonly [
  title: string,
  bytes: Uint8Array,
  http: string | null,
  expected: object,
])[] = [
  [
    'a byte order mark beats every declaration',
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${meta('windows-1251')}été`)]),
    'koi8-r',
    { charset: 'utf-8', rule: 'bom' },
  ],
  [
    'the mark of UTF-16 is read',
    Buffer.from('\ufeff<p>été</p>', 'utf16le'),
    null,
    { charset: 'utf-16le', rule: 'bom', html: '<p>été</p>' },
  ],
  [
    'valid UTF-8 beats a false declaration',
    Buffer.from(`${meta('iso-8859-1')}<p>perché</p>`),
    'windows-1252',
    { charset: 'utf-8', rule: 'utf-8' },
  ],
  [
    'a character cut off at the end is no fault',
    Buffer.from(`<p>perché ${'è'.repeat(3)}`).subarray(0, -1),
    null,
    { charset: 'utf-8', rule: 'utf-8' },
  ],
  [
    'a declared set is used',
    iconv.encode(`${meta('windows-1251')}<p>Привет, мир</p>`, 'windows-1251'),
    null,
    { charset: 'windows-1251', rule: 'declared' },
  ],
  [
    'the HTTP header comes before the page',
    iconv.encode(`${meta('windows-1252')}<p>Привет, мир</p>`, 'koi8-r'),
    'KOI8-R',
    { charset: 'koi8-r', rule: 'http' },
  ],
  [
    'the short form of meta is read',
    iconv.encode('<meta charset=koi8-r><p>Привет, мир</p>', 'koi8-r'),
    null,
    { charset: 'koi8-r', rule: 'declared' },
  ],
  [
    'an XML declaration is read',
    iconv.encode(
      '<?xml version="1.0" encoding="windows-1250"?><p>příliš žluťoučký</p>',
      'windows-1250',
    ),
    null,
    { charset: 'windows-1250', rule: 'declared' },
  ],
  [
    'a declared UTF-16 that is none is ignored',
    iconv.encode(`${meta('utf-16')}<p>L’été à la plage, déjà, où l’on naît</p>`, 'windows-1252'),
    null,
    { charset: 'windows-1252', rule: 'detected' },
  ],
  [
    'UTF-16 without mark shows by its null bytes',
    Buffer.from('<html><body><p>Hello there</p></body></html>', 'utf16le'),
    null,
    { charset: 'utf-16le', rule: 'detected' },
  ],
  [
    'Cyrillic under the default label is found out',
    iconv.encode(
      `${meta('iso-8859-1')}<p>Министр заявил, что переговоры продолжатся.</p>`,
      'windows-1251',
    ),
    null,
    { charset: 'windows-1251', rule: 'detected' },
  ],
  [
    'an unknown label is no declaration',
    iconv.encode(
      `${meta('x-nonsense')}<p>Министр заявил, что переговоры продолжатся.</p>`,
      'koi8-r',
    ),
    null,
    { charset: 'koi8-r', rule: 'detected' },
  ],
  [
    'plain ASCII is UTF-8',
    Buffer.from('<p>plain</p>'),
    null,
    { charset: 'utf-8', rule: 'fallback', brokenCharacters: 0 },
  ],
];

/** Every set of the samples, and sets that no page can be told to be in without a declaration. */
const declaredSets = [
  ...undeclared.map(({ charset, text }) => [charset, text] as const),
  ['gb18030', '㐀镕基 𠀀'],
  ['gbk', '朱镕基总理'],
  ['gb2312', '新华社北京电'],
  ['big5', '中央社臺北電'],
  ['shift_jis', '髙橋①'],
  ['euc-jp', '平壌放送'],
  ['euc-kr', '똠방각하'],
  ['iso-8859-3', 'Ĉiuj ĝojas'],
  ['iso-8859-4', 'Riigikogu õhtul'],
  ['iso-8859-10', 'Þingið í kvöld'],
  ['iso-8859-13', 'Žinios iš Vilniaus'],
  ['iso-8859-16', 'Președintele și știrile'],
  ['windows-1258', 'Hà đô'],
  ['ibm850', 'perché così'],
] as const;

/** Forms in which pages declare a set. */
const FORMS: readonly ((label: string) => string)[] = [
  (label) => `<meta charset="${label}">`,
  (label) => `<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=${label.toUpperCase()}'>`,
];

describe('a set that is declared', () => {
  test.each(declaredSets)('as %s is read by that name: %s', (charset, text) => {
    const encoded = iconv.encode(text, ENCODER[charset] ?? charset);
    for (const form of FORMS) {
      const page = Buffer.concat([
        Buffer.from(`${form(charset)}<p>`),
        encoded,
        Buffer.from('</p>'),
      ]);
      const { html, brokenCharacters } = decodePage(page, null);
      expect(html).toContain(`<p>${text}</p>`);
      expect(brokenCharacters).toBe(0);
    }
  });

  test('as ISO-2022-JP is read by its escapes', () => {
    const page = Buffer.from(`${meta('iso-2022-jp')}<p>\x1b$BJ?>m\x1b(B</p>`, 'latin1');
    expect(decodePage(page, null)).toMatchObject({
      charset: 'iso-2022-jp',
      html: expect.stringContaining('<p>平壌</p>'),
    });
  });

  test.each(declaredSets)(
    'as %s while the bytes are UTF-8 is not believed: %s',
    (charset, text) => {
      const page = Buffer.from(`${meta(charset)}<p>${text}</p>`);
      const { html, charset: found } = decodePage(page, charset);
      expect({ found, text: /<p>(.*)<\/p>/.exec(html)?.[1] }).toEqual({ found: 'utf-8', text });
    },
  );
});

describe('the character set', () => {
  test.each(declarations)('%s', (_title, bytes, http, expected) => {
    expect(decodePage(bytes, http)).toMatchObject(expected);
  });

  test('bytes that no set explains are counted', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${meta('utf-8')}<p>così è già più là perché `),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('</p>'),
    ]);
    expect(decodePage(bytes, null)).toMatchObject({ charset: 'utf-8', brokenCharacters: 2 });
  });

  test('any bytes are decoded without a throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.option(fc.string({ maxLength: 12 })),
        (bytes, label) => {
          expect(typeof decodePage(bytes, label).html).toBe('string');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('any UTF-8 page comes back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        fc.pre(!text.includes('\0') && !text.includes('\x1b') && !text.startsWith('\ufeff'));
        expect(decodePage(Buffer.from(text), null).html).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file that is no page', () => {
  const noise = Array.from({ length: 900 }, (_, at) =>
    String.fromCharCode((at * 7919 + at * at) % 256),
  ).join('');
  const wide = Buffer.from(`<p>${'Москва, пятого мая. '.repeat(40)}</p>`, 'utf16le').toString(
    'latin1',
  );
  const files: readonly (readonly [opening: string, name: string | null])[] = [
    ['%PDF-1.4\n%âã', 'PDF'],
    ['\x89PNG\r\n\x1a\n', 'PNG image'],
    ['\xff\xd8\xff\xe0', 'JPEG image'],
    ['GIF89a', 'GIF image'],
    ['PK\x03\x04\x14', 'ZIP archive'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'WebP image'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Microsoft Office file'],
    ['BM\x36\x00\x0c\x00\0\0', 'BMP image'],
    [noise, 'binary data'],
    ['BM is a short name of a town <p>', null],
    [wide, null],
    [`<p>${'a\x01b '.repeat(3)}${'words of a page '.repeat(50)}`, null],
    ['<!DOCTYPE html><p>%PDF-1.4 is a kind of file', null],
    ['', null],
  ];
  test.each(files)('%j is told by its first bytes', (opening, name) => {
    expect(looksBinary(Buffer.from(opening, 'latin1'))).toBe(name);
  });
});
