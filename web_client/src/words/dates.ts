/** Days and moments as people say them. Moments are shown in UK time wherever the phone thinks it is. */
import { inWelsh, language } from './words';

const UK = 'Europe/London';
const formats = new Map<string, Intl.DateTimeFormat>();

/** "Tuesday 3 March" (a plain date such as 2026-03-03). */
export function formatDay(date: string): string {
  return format(plain(date), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
}

/** "3 March 2026" */
export function formatDate(date: string): string {
  return format(plain(date), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** "3 Mar" for tables. */
export function formatShortDate(date: string): string {
  return format(plain(date), { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** "Mar": the month on a leaf of a calendar. */
export function formatMonth(date: string): string {
  return format(plain(date), { month: 'short', timeZone: 'UTC' });
}

/** "Tuesday" */
export function formatWeekday(date: string): string {
  return format(plain(date), { weekday: 'long', timeZone: 'UTC' });
}

/** "16:30" */
export function formatTime(moment: string): string {
  return format(new Date(moment), {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: UK,
  });
}

/** "4:30pm": a time of day for somebody who does not read timetables. */
export function formatClock(moment: string): string {
  const said = format(new Date(moment), {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone: UK,
  });
  const short = said.replace(/[\s\u202f]/g, '').toLowerCase();
  return spoken()?.welshClock(short) ?? short;
}

/** "Tuesday 3 March, 16:30" */
export function formatMoment(moment: string): string {
  return `${formatDay(dayOf(moment))}, ${formatTime(moment)}`;
}

/** The UK date of a moment: "2026-03-03". */
export function dayOf(moment: string | Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: UK }).format(new Date(moment));
}

export function todayHere(): string {
  return dayOf(new Date());
}

/** Whole days from one plain date to another; negative when it has passed. */
export function daysBetween(from: string, until: string): number {
  return Math.round((plain(until).getTime() - plain(from).getTime()) / 86_400_000);
}

/** "Sam, Alex and Priya" */
export function formatList(items: string[], type: 'conjunction' | 'disjunction' = 'conjunction') {
  const said = spoken()?.welshList(items, type === 'disjunction');
  return said ?? new Intl.ListFormat(locale(), { type }).format(items);
}

/** "3 March 2026" in a language that is not the reader's own, as on a card for somebody else. */
export function formatDateIn(code: string, date: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  if (code === 'cy') {
    const said = inWelsh()?.welshDate(plain(date), options);
    if (said) return said;
  }
  return new Intl.DateTimeFormat([code === 'en' ? 'en-GB' : code, 'en-GB'], options).format(
    plain(date),
  );
}

export function formatNumber(n: number): string {
  return new Intl.NumberFormat(locale()).format(n);
}

function plain(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}

/** The Welsh way, where the reader reads Welsh. */
function spoken(): ReturnType<typeof inWelsh> {
  return language.value === 'cy' ? inWelsh() : null;
}

/** Where a browser lacks a language, British English, never the phone's own. */
function locale(): string[] {
  return language.value.startsWith('en') ? ['en-GB'] : [language.value, 'en-GB'];
}

function format(moment: Date, options: Intl.DateTimeFormatOptions): string {
  const said = options.timeZone === 'UTC' ? spoken()?.welshDate(moment, options) : null;
  if (said) return said;
  const key = locale().join() + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, known);
  return known.format(moment);
}
