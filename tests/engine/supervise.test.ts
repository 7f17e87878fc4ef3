import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pauseMs } from '../../indexer/engine/supervise.ts';

it('pauses grow with each failure in a row and stay under half a minute', () => {
  fc.assert(
    fc.property(fc.nat(2000), (failures) => {
      expect(pauseMs(failures)).toBeLessThanOrEqual(pauseMs(failures + 1));
      expect(pauseMs(failures)).toBeLessThanOrEqual(30_000);
    }),
  );
  expect([0, 1, 2].map(pauseMs)).toEqual([250, 500, 1000]);
});
