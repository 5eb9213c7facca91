/** Who hears one answer, and what was answered, as the reviewing officer reads it. */
import type { Attempt, Line } from '../api';
import { dayOf, formatList, formatShortDate, language, languages, t } from '../words';
import { reachedBy } from './names';

/** "Everyone", "You and the social worker", "Only you", "Everyone but Dad and Sam". */
export function heardBy(line: Pick<Line, 'audience' | 'not_people'>): string {
  if (line.audience === 'only_my_iro') return t('Only you');
  const left = formatList(
    line.not_people.map(person => person.name),
    'conjunction',
  );
  if (line.audience === 'my_iro_and_social_worker') {
    return left
      ? t('You and the social worker, not {people}', { people: left })
      : t('You and the social worker');
  }
  return left ? t('Everyone but {people}', { people: left }) : t('Everyone');
}

/** Whether fewer than everyone at the review hear it. */
export function isForFew(line: Pick<Line, 'audience' | 'not_people'>): boolean {
  return line.audience !== 'everyone_at_my_review' || line.not_people.length > 0;
}

/** Whether it was kept for the reader alone or from somebody by name: the eye must not miss it. */
export function isHeldBack(line: Pick<Line, 'audience' | 'not_people'>): boolean {
  return line.audience === 'only_my_iro' || line.not_people.length > 0;
}

/** "17 Nov" */
export function saidOn(moment: string): string {
  return formatShortDate(dayOf(moment));
}

/** "Phone, 17 Nov: reached" */
export function triedOn({ how, at, reached }: Pick<Attempt, 'how' | 'at' | 'reached'>): string {
  const tried = { how: reachedBy(how), date: saidOn(at) };
  return reached ? t('{how}, {date}: reached', tried) : t('{how}, {date}: not reached', tried);
}

/** "Welsh" when the words are not in the reader's own language. */
export function otherLanguage(line: Pick<Line, 'language'>): string | null {
  if (line.language === language.value || !line.language) return null;
  return languageName(line.language);
}

/** The name of a language in the reader's own; browsers do not know it in Welsh. */
export function languageName(code: string): string {
  if (code === 'cy') return t('Welsh');
  if (code === 'en') return t('English');
  return (
    languages.find(known => known.code === code)?.name ??
    new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(code) ??
    code
  );
}

/** For each line the one that stands before it, through all of a section. */
export function eachAfter(lines: Line[]): Map<Line, Line | undefined> {
  return new Map(lines.map((line, place) => [line, lines[place - 1]]));
}
