/** Why a child is on today's list, in words, and the step that helps. */
import type { TodayFacts, Why } from '../api';
import { formatDay, formatShortDate, t, tn } from '../words';

export type Urgent = TodayFacts['urgent'][number];
export type Step = { to: string; say: string };

/** "The review is 3 days late. The last day was Tuesday 3 March." */
export function whyInWords({ code, days, date }: Why): string {
  const n = days ?? 0;
  const day = date ? formatDay(date) : '';
  switch (code) {
    case 'overdue':
      return tn(
        'The review is {n} day late. It was due by {day}.',
        'The review is {n} days late. It was due by {day}.',
        n,
        { day },
      );
    case 'views_unread':
      return n > 0
        ? tn('New words have waited {n} day for you.', 'New words have waited {n} days for you.', n)
        : t('New words came in today.');
    case 'planned_late':
      return tn(
        'The meeting is planned {n} day too late.',
        'The meeting is planned {n} days too late.',
        n,
      );
    case 'no_child_views':
      return tn(
        'Nothing from the child yet, and {n} working day to go.',
        'Nothing from the child yet, and {n} working days to go.',
        n,
      );
    case 'not_signed_in':
      return tn(
        'The child has never signed in, and there is {n} working day to go.',
        'The child has never signed in, and there are {n} working days to go.',
        n,
      );
    case 'not_planned':
      return tn(
        'No date yet, and {n} working day to go.',
        'No date yet, and {n} working days to go.',
        n,
      );
    case 'not_reached':
      return tn('{n} person has not been reached.', '{n} people have not been reached.', n);
    case 'participation_unconfirmed':
      return date
        ? t('The participation code of the review on {date} is not confirmed.', {
            date: formatShortDate(date),
          })
        : t('The participation code is not confirmed.');
    default:
      return t('This review needs a look.');
  }
}

/** The page that helps with the most urgent reason. */
export function nextStep({ child, review_id: review, why }: Urgent): Step {
  const code = why[0]?.code;
  if (!review) return { to: `/children/${child.id}`, say: t('Open') };
  switch (code) {
    case 'overdue':
    case 'planned_late':
    case 'not_planned':
      return { to: `/reviews/${review}/plan`, say: t('Plan it') };
    case 'not_reached':
      return { to: `/reviews/${review}/plan`, say: t('Note a try') };
    case 'views_unread':
      return { to: `/reviews/${review}/summary`, say: t('Read it') };
    case 'participation_unconfirmed':
      return { to: `/reviews/${review}/summary`, say: t('Confirm it') };
    case 'not_signed_in':
      return { to: `/children/${child.id}/cards/${child.id}`, say: t('Give a card') };
    default:
      return { to: `/children/${child.id}`, say: t('Open') };
  }
}

/** A few words for the mark at the end of the row. */
export function mark({ code, days }: Why): string | null {
  const n = days ?? 0;
  switch (code) {
    case 'overdue':
      return tn('{n} day late', '{n} days late', n);
    case 'planned_late':
      return t('Planned late');
    case 'views_unread':
      return t('New words');
    case 'no_child_views':
    case 'not_signed_in':
    case 'not_planned':
      return tn('{n} working day left', '{n} working days left', n);
    default:
      return null;
  }
}
