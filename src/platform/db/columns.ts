import { timestamp } from 'drizzle-orm/pg-core';

/** An instant: `timestamptz` with milliseconds, a `Date` in the program. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
