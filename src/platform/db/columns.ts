import { timestamp, uuid } from 'drizzle-orm/pg-core';

/** An instant: `timestamptz` with milliseconds, a `Date` in the program. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** A UUID made by the program, never by the database. */
export const id = (name = 'id') => uuid(name);
