import { describe, expect, it } from 'vitest';
import { runChaos } from '#test/chaos/run.ts';
import { NO_POSTGRES } from '#test/support/postgres.ts';

// A short seed of `npm run chaos`; without a PostgreSQL it gives nothing to look at.
const report = await runChaos({ bills: 40, seed: 1, leastMs: 2500 });

describe.skipIf(!report)(`payments while processes are killed${report ? '' : ` (${NO_POSTGRES})`}`, () => {
  it('leave every fils in one account, and every message once', () => {
    expect(report?.found).toEqual([]);
    expect(report?.payments).toBeGreaterThan(30);
    expect(report?.kills).toBeGreaterThan(0);
  });
});
