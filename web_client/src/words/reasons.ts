/** Why a review is due when it is, as an adult reads it. The server gives facts; the sentences are here. */
import { formatDate, formatList } from './dates';
import { type DueReason, lengthInWords, skippedDays } from './lengths';
import { t } from './words';

/** "Within 20 working days of 15 December 2025, when care began. Christmas and New Year do not count." */
export function reasonInWords(reason: DueReason): string {
  return [sentence(reason), skippedInWords(reason.skipped), councilsOwn(reason)]
    .filter(Boolean)
    .join(' ');
}

/** "Good Friday and Easter Monday do not count." or null when every weekday counted. */
export function skippedInWords(skipped: string[]): string | null {
  if (skipped.length === 0) return null;
  const days = skippedDays(skipped);
  return days.length === 1
    ? t('{day} does not count.', { day: days[0] ?? '' })
    : t('{days} do not count.', { days: formatList(days) });
}

function sentence(reason: DueReason): string {
  const length = lengthInWords(reason);
  if (!reason.counted_from) return t('Within {length}.', { length });
  const date = formatDate(reason.counted_from);
  switch (reason.code) {
    case 'first_working_days':
      return t('Within {length} of {date}, when care began.', { length, date });
    case 'second_months':
      return t('Within {length} of the first review, on {date}.', { length, date });
    case 'later_months':
    case 'adoption_placed_later':
    case 'short_breaks_later':
      return t('Within {length} of the last review, on {date}.', { length, date });
    case 'young_child_months':
      return t('Within {length} of the last review, on {date}, as the child is young.', {
        length,
        date,
      });
    case 'adoption_authority':
      return t('Within {length} of {date}, when placing for adoption was authorised.', {
        length,
        date,
      });
    case 'adoption_placed_first':
      return t('Within {length} of {date}, when the child was placed for adoption.', {
        length,
        date,
      });
    case 'adoption_placed_second':
      return t('Within {length} of {date}, the first review since the adoption placement.', {
        length,
        date,
      });
    case 'adoption_placement_ended':
      return t('Within {length} of {date}, when the adoption placement ended.', { length, date });
    case 'short_breaks_first':
      return t('Within {length} of {date}, when the short breaks began.', { length, date });
    case 'pathway_months':
      return t('Within {length} of {date}, when the pathway plan was last looked at or began.', {
        length,
        date,
      });
    default:
      return t('Within {length} of {date}.', { length, date });
  }
}

function councilsOwn(reason: DueReason): string | null {
  return reason.stricter ? t('This is the council’s own rule. The law allows longer.') : null;
}
