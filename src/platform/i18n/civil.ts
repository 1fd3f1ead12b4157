import { MINUTE_MS } from '#kernel/time.ts';

/** The zone of the service. Its offset is asked of the system, never written down. */
export const ZONE = 'Asia/Amman';

type Formats = {
  readonly day: Intl.DateTimeFormat;
  readonly parts: Intl.DateTimeFormat;
  /** The day of the minute that was asked for last: most questions are about now, and formatting is slow. */
  last: { minute: number; day: string };
};
const known = new Map<string, Formats>();

function formatsOf(zone: string): Formats {
  const found = known.get(zone);
  if (found) return found;
  const day = { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const clock = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const made = {
    day: new Intl.DateTimeFormat('en-CA', day),
    parts: new Intl.DateTimeFormat('en-GB', { ...day, ...clock }),
    last: { minute: Number.NaN, day: '' },
  };
  known.set(zone, made);
  return made;
}

/** The civil day (`YYYY-MM-DD`) of an instant, in Amman unless told. */
export function civilDay(at: Date, zone: string = ZONE): string {
  const formats = formatsOf(zone);
  // Days begin with a minute.
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  if (formats.last.minute !== minute) formats.last = { minute, day: formats.day.format(at) };
  return formats.last.day;
}

/** The wall time of an instant, in Amman unless told, `YYYY-MM-DDTHH:mm:ss`, without a zone: the form of the payment network. */
export function civilTime(at: Date, zone: string = ZONE): string {
  const part = Object.fromEntries(
    formatsOf(zone)
      .parts.formatToParts(at)
      .map((p) => [p.type, p.value]),
  );
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`;
}

/**
 * The instant of a civil time, in Amman unless told.
 * @param day    `YYYY-MM-DD`
 * @param second seconds after midnight; may exceed a day
 */
export function instantOf(day: string, second: number, zone: string = ZONE): Date {
  const naive = Date.parse(`${day}T00:00:00Z`) + second * 1000;
  // The zone's offset at that moment, found by asking twice (a change of offset moves the first guess).
  const offsetAt = (ms: number) => Date.parse(`${civilTime(new Date(ms), zone)}Z`) - Math.floor(ms / 1000) * 1000;
  const guess = naive - offsetAt(naive);
  return new Date(naive - offsetAt(guess));
}

/** How the calendar of the procedure asks for days and instants. */
export const ammanClock = {
  instant: (day: string, minute: number): Date => instantOf(day, minute * 60),
  day: civilDay,
};

/** Reads `YYYY-MM-DDTHH:mm:ss` (seconds optional) as Amman time unless told; an offset in the text is honoured. */
export function readLocalTime(text: string, local: string = ZONE): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', h, m, s, zone] = match;
  if (Number(h) > 23 || Number(m) > 59 || Number(s ?? 0) > 59) return undefined;
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  if (zone) return new Date(text.trim());
  return instantOf(day, Number(h) * 3600 + Number(m) * 60 + Number(s ?? 0), local);
}
