import { defineConfig } from 'vitest/config';

/** Journeys need a browser; `npm test` says so when there is none. */
const hasBrowser = process.env['DAWRA_TEST_CHROMIUM'] !== '';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', ...(hasBrowser ? [] : ['test/journeys/**'])],
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
