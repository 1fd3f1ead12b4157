/** The zone of the service. Its offset is asked of the system, never written down. */
export const ZONE = 'Asia/Amman';

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The civil day (`YYYY-MM-DD`) of an instant in Amman. */
export const civilDay = (at: Date): string => dayFormat.format(at);

/** The wall time of an instant in Amman, `YYYY-MM-DDTHH:mm:ss`, without a zone: the form of the payment network. */
export function civilTime(at: Date): string {
  const part = Object.fromEntries(partsFormat.formatToParts(at).map((p) => [p.type, p.value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`;
}

/**
 * The instant of a civil time in Amman.
 * @param day    `YYYY-MM-DD`
 * @param second seconds after midnight; may exceed a day
 */
export function instantOf(day: string, second: number): Date {
  const naive = Date.parse(`${day}T00:00:00Z`) + second * 1000;
  // The zone's offset at that moment, found by asking twice (a change of offset moves the first guess).
  const offsetAt = (ms: number) => Date.parse(`${civilTime(new Date(ms))}Z`) - Math.floor(ms / 1000) * 1000;
  const guess = naive - offsetAt(naive);
  return new Date(naive - offsetAt(guess));
}

/** How the calendar of the procedure asks for days and instants. */
export const ammanClock = {
  instant: (day: string, minute: number): Date => instantOf(day, minute * 60),
  day: civilDay,
};

/** Reads `YYYY-MM-DDTHH:mm:ss` (seconds optional) as Amman time; a zone or offset, if given, is honoured. */
export function readLocalTime(text: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim());
  if (!match) return undefined;
  const [, day = '', h, m, s, zone] = match;
  if (Number(h) > 23 || Number(m) > 59 || Number(s ?? 0) > 59) return undefined;
  const known = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(known.getTime()) || known.toISOString().slice(0, 10) !== day) return undefined;
  if (zone) return new Date(text.trim());
  return instantOf(day, Number(h) * 3600 + Number(m) * 60 + Number(s ?? 0));
}
