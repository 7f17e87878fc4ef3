import { defineConfig } from 'vitest/config';

/** Folders whose tests start nothing and change nothing beyond themselves: they share what one file has loaded. */
const PURE = [
  'agency',
  'article',
  'config',
  'convert',
  'corrections',
  'dateline',
  'dates',
  'families',
  'people',
  'people-discovery',
  'quality',
  'sample',
].map((room) => `tests/${room}/**/*.test.ts`);

const limits = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    maxWorkers: 2,
    projects: [
      { test: { ...limits, name: 'pure', include: PURE, isolate: false } },
      { test: { ...limits, name: 'whole', include: ['tests/**/*.test.ts'], exclude: PURE } },
    ],
  },
});
