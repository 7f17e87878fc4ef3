import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSketch, encodeSketch, likeness, sketchOf } from '../../indexer/families/sketch.ts';
import { edited, wordsOf } from './relatives.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 2000 });

describe('a sketch', () => {
  it('is the same for the same words, however they are spaced, cased and punctuated', () => {
    const one = sketchOf('Pyongyang, September 4 (KCNA) -- The delegation left by air.');
    expect(sketchOf('PYONGYANG  september 4 KCNA:\nthe Delegation left — by air')).toEqual(one);
  });

  it('is small, sorted, and survives being stored', () => {
    fc.assert(
      fc.property(text, (words) => {
        const sketch = sketchOf(words);
        expect(sketch.length).toBeLessThanOrEqual(64);
        expect([...sketch].sort((a, b) => a - b)).toEqual(sketch);
        expect(decodeSketch(encodeSketch(sketch))).toEqual(sketch);
      }),
    );
  });

  it('is wholly like itself, and likeness has no direction', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const [a, b] = [sketchOf(first), sketchOf(second)];
        expect(likeness(a, a).resemblance).toBe(a.length > 0 ? 1 : 0);
        expect(likeness(a, b).resemblance).toBe(likeness(b, a).resemblance);
        expect(likeness(a, b).firstInSecond).toBe(likeness(b, a).secondInFirst);
      }),
    );
  });

  it.each([5, 10, 40])('estimates what remains after every %i-th word was changed', (every) => {
    const original = wordsOf(1, 2000);
    // Four words in a row survive when none of them was changed.
    const surviving = Math.max(0, (every - 4) / every);
    const truth = surviving / (2 - surviving);
    const { resemblance } = likeness(sketchOf(original), sketchOf(edited(original, every)));
    expect(Math.abs(resemblance - truth)).toBeLessThan(0.12);
  });

  it('tells that a part is in the whole and not the whole in the part', () => {
    const whole = wordsOf(1, 800);
    const found = likeness(sketchOf(wordsOf(201, 200)), sketchOf(whole));
    expect(found.firstInSecond).toBeGreaterThan(0.9);
    expect(found.secondInFirst).toBeLessThan(0.4);
  });

  it.each([
    ['Chinese', '国家主席习近平今天在人民大会堂会见了来访的外国客人并同他们合影'],
    ['Korean', '평양 9월 4일 조선중앙통신 대표단이 오늘 평양을 출발하였다'],
    ['Japanese', '首相は四日、官邸で記者団に対し新しい計画を発表した'],
  ])('knows %s texts apart', (_, words) => {
    expect(likeness(sketchOf(words), sketchOf(words)).shared).toBeGreaterThan(3);
    expect(likeness(sketchOf(words), sketchOf([...words].reverse().join(''))).shared).toBe(0);
  });

  it('of no words is like nothing', () => {
    expect(sketchOf(' — … 。')).toEqual([]);
    expect(likeness([], []).resemblance).toBe(0);
  });
});
