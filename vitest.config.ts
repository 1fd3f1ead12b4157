import { defineConfig } from 'vitest/config';

/** Journeys need a browser; `npm test` says so when there is none. */
const hasBrowser = process.env['DAWRA_TEST_CHROMIUM'] !== '';

const common = {
  expect: { requireAssertions: true },
  testTimeout: 60_000,
  hookTimeout: 120_000,
};
const SERVERS = ['test/contract/**', 'test/races/**', 'test/restart/**', 'test/journeys/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'rules, commands and pages',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...SERVERS],
          maxWorkers: 2,
          // Files share what they import: loading it anew for each cost a third of the whole time. None changes it.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Each of these runs the program itself, with databases and processes of its own: one after the other.
        test: {
          ...common,
          name: 'the running service',
          include: SERVERS.map((folder) => `${folder}/*.test.ts`.replace('/**/', '/')),
          exclude: ['**/node_modules/**', ...(hasBrowser ? [] : ['test/journeys/**'])],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
