import { z } from 'zod';

const DAY = 86_400_000;
const UNITS = [DAY, 3_600_000, 60_000, 1000] as const;

/**
 * An ISO 8601 duration of days, hours, minutes and seconds (`PT24H`, `P30D`, `P1DT2H`, `PT0S`), in milliseconds.
 * @returns undefined for anything else, also for negative ones
 */
export function readDuration(text: string): number | undefined {
  const match = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    text,
  );
  if (!match || text === 'P' || text.endsWith('T')) return undefined;
  const ms = UNITS.reduce((sum, unit, i) => sum + Number(match[i + 1] ?? 0) * unit, 0);
  return Math.round(ms) <= 3660 * DAY ? Math.round(ms) : undefined;
}

/** ISO 8601 with `Z` or an offset; seconds may be left out. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const instant = z
  .string()
  .refine((text) => INSTANT.test(text) && !Number.isNaN(Date.parse(text)), 'instant')
  .transform((text) => new Date(text));
const hours = z
  .number()
  .min(0)
  .max(8784)
  .transform((h) => Math.round(h * 60));

const duration = z.string().transform((text, ctx) => {
  const ms = readDuration(text);
  if (ms === undefined) ctx.addIssue({ code: 'custom', message: 'duration' });
  return ms ?? 0;
});

/** A step of the clock: one of the two. */
export const clockForm = z
  .object({ advance: duration.optional(), to: instant.optional() })
  .refine(({ advance, to }) => (advance === undefined) !== (to === undefined), { path: ['advance'], error: 'one_of' });

export const offeringForm = z.object({
  courseCode: z.string(),
  startsAt: instant,
  min: z.number().int().min(1),
  max: z.number().int().min(1),
  feeFils: z.number().int().min(0).optional(),
  examId: z.string().nullable().optional(),
  decisionLeadHours: hours.optional(),
  payTimeHours: hours.optional(),
  examTimeHours: hours.optional(),
  meetings: z
    .array(z.object({ startsAt: instant, endsAt: instant }))
    .max(400)
    .optional(),
});

export const newDateForm = z.object({ startsAt: instant });
export const reasonForm = z.object({ reason: z.string().trim().min(1).max(500) });
export const venueForm = z.object({ venueId: z.string() });
export const attendanceForm = z.object({ present: z.array(z.string()).max(10_000) });
export const proofForm = z.object({ verdict: z.enum(['accept', 'refuse']), reason: z.string().max(500).optional() });
