/** Who hears one answer, and what was answered, as the reviewing officer reads it. */
import type { Line } from '../api';
import { dayOf, formatList, formatShortDate, language, t } from '../words';

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

/** Whether somebody at the review must not hear it. */
export function isHeldBack(line: Pick<Line, 'audience' | 'not_people'>): boolean {
  return line.audience !== 'everyone_at_my_review' || line.not_people.length > 0;
}

/** "17 Nov" */
export function saidOn(moment: string): string {
  return formatShortDate(dayOf(moment));
}

/** "Cymraeg" when the words are not in the reader's own language. */
export function otherLanguage(line: Pick<Line, 'language'>): string | null {
  if (line.language === language.value || !line.language) return null;
  return (
    new Intl.DisplayNames([language.value.startsWith('en') ? 'en-GB' : language.value], {
      type: 'language',
    }).of(line.language) ?? line.language
  );
}
