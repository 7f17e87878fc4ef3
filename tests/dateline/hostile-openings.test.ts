import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';
import { READ_LIMIT } from '../../indexer/dateline/opening-text.ts';
import { readOpening } from '../../indexer/dateline/read-opening.ts';
import { readPrintedDate } from '../../indexer/dates/printed-date.ts';
import { openingOf } from './blocks.ts';

const catalogue = loadAgencies();
const LENGTH = 100_000;

const SHAPES: readonly string[] = [
  '(',
  '()',
  '((',
  ')(',
  '[',
  '[]',
  '<',
  '/',
  '//',
  '【',
  '【】',
  '（',
  '）',
  ',',
  ', ',
  '.',
  '. ',
  '-',
  ' - ',
  '--',
  '—',
  ' — ',
  ':',
  '=',
  '_',
  '·',
  '・',
  ' ',
  '\n',
  '\u00a0',
  '\u200b',
  '1',
  '1 ',
  '1/',
  '1.',
  '12/',
  '1月',
  '日',
  '年',
  'a',
  'A',
  'a ',
  'A ',
  'Aa ',
  'A, ',
  'A/',
  'A-',
  "A'",
  'By A ',
  '(AP',
  '(AP) ',
  'A (AP',
  'ROME (',
  'ROME, ',
  'ROME/',
  'ROME (AP ',
  'May ',
  'May 1 ',
  'Sept 4, ',
  '4 settembre ',
  '新华社',
  '新华社北京',
  '本报',
  '電',
  '电',
  '서울=',
  '記者',
  'ا',
  'ا ',
  'سانا ',
  'д',
  'Д ',
  'R o m a ',
  'Source: ',
  'http://a/',
  '/ritzau',
  '© ',
  'É',
  'e\u0301',
];

describe('openings made to hurt', () => {
  it.each(SHAPES.map((shape) => [shape]))(
    '"%s" a hundred thousand times is read or let be',
    (shape) => {
      const text = shape.repeat(Math.ceil(LENGTH / shape.length));
      const opening = openingOf([text, `${text} x`, text, text], { published: '2025-09-09' });
      const reading = readOpening(opening, catalogue);
      // A dateline lies within what is read; nothing behind it is ever looked at.
      expect(reading.dateline?.span[1] ?? 0).toBeLessThanOrEqual(
        4 * (LENGTH + 10) - LENGTH + READ_LIMIT,
      );
      expect(readPrintedDate(text, 'en')?.span[1] ?? 0).toBeLessThanOrEqual(READ_LIMIT);
    },
  );

  it('does not look behind the beginning of a block', () => {
    const hidden = `${' word'.repeat(READ_LIMIT)} ROME, 4 Sept (AP) — It rained.`;
    expect(readOpening(openingOf([hidden]), catalogue).dateline).toBeNull();
  });

  it('takes no more than a moment for all of them together', () => {
    const started = process.cpuUsage();
    for (const shape of SHAPES) {
      const text = shape.repeat(Math.ceil(LENGTH / shape.length));
      readOpening(openingOf([text, text, text, text]), catalogue);
    }
    const { user } = process.cpuUsage(started);
    // Generous: in practice a twentieth of it. A pattern that blows up takes minutes.
    expect(user / 1e6).toBeLessThan(20);
  });
});

describe('any opening at all', () => {
  const words = fc.constantFrom(
    ...SHAPES,
    'ROME',
    'Pyongyang',
    '4',
    'settembre',
    '(KCNA)',
    '2025',
    'By',
    'Il',
    ' ',
  );
  const texts = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 12 })), {
    maxLength: 30,
  });

  it('gives a dateline that is printed where it says', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const blocks = [one.join(''), other.join(' ')];
        const opening = openingOf(blocks, { published: '2025-09-09' });
        const reading = readOpening(opening, catalogue);
        const { dateline } = reading;
        if (!dateline) return;
        const [start, end] = dateline.span;
        expect(blocks.join('\n\n').slice(start, end)).toBe(dateline.text);
        for (const { name } of dateline.places) expect(name).not.toBe('');
        expect(reading.dispatchedOn === null || reading.dispatchedOn === dateline.date).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same wherever the block stands in the text', () => {
    fc.assert(
      fc.property(fc.nat(5000), (start) => {
        const [block] = openingOf(['ROME, Sept 4 (AP) — It rained.']).blocks;
        if (!block) return;
        const opening = { ...openingOf([]), blocks: [{ ...block, start }] };
        const { dateline } = readOpening(opening, catalogue);
        expect(dateline?.span).toEqual([start, start + 'ROME, Sept 4 (AP) —'.length]);
      }),
    );
  });
});
