/** Days, times and lists in Welsh: many browsers have no Welsh in `Intl` and would quietly say them in English. */

const MONTHS =
  'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(
    ' ',
  );
const SHORT_MONTHS = 'Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag'.split(' ');
const WEEKDAYS = 'Sul Llun Mawrth Mercher Iau Gwener Sadwrn'.split(' ');
const VOWEL = /^[aeiouwyâêîôûŵŷ]/i;
/** After these a soft mutation makes `dydd` into `ddydd`. */
const SOFTENING = new Set('am ar at dan dros drwy gan heb hyd i o tan trwy wrth'.split(' '));
const A_WEEKDAY = new RegExp(`(\\S+) (\\(?)Dydd (?=${WEEKDAYS.join('|')})`, 'g');

/** The parts of a date, as `Intl` is asked for them. */
export function welshDate(
  date: Date,
  { weekday, day, month, year }: Intl.DateTimeFormatOptions,
): string {
  const said: string[] = [];
  if (weekday) said.push(`Dydd ${WEEKDAYS[date.getUTCDay()]}`);
  if (day) said.push(String(date.getUTCDate()));
  if (month) said.push((month === 'short' ? SHORT_MONTHS : MONTHS)[date.getUTCMonth()] ?? '');
  if (year) said.push(String(date.getUTCFullYear()));
  return said.join(' ');
}

/** "4:30pm" is "4:30yh", and "9:00am" is "9:00yb". */
export function welshClock(english: string): string {
  return english.replace(/am$/i, 'yb').replace(/pm$/i, 'yh');
}

export function welshList(items: string[], isOr: boolean): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const and = VOWEL.test(last) ? 'ac' : 'a';
  return `${items.slice(0, -1).join(', ')} ${isOr ? 'neu' : and} ${last}`;
}

/** A day inside a sentence: "ar ddydd Mawrth", "erbyn dydd Mawrth". */
export function mendWelsh(sentence: string): string {
  return sentence.replace(A_WEEKDAY, (found, before: string, open: string) => {
    if (/[.!?:]$/.test(before)) return found;
    const soft = open === '' && SOFTENING.has(before.toLowerCase());
    return `${before} ${open}${soft ? 'ddydd' : 'dydd'} `;
  });
}
