/** Why a child is on today's list, in words, and the step that helps. */
import type { TodayFacts, Why } from '../api';
import { paperDue, workingDaysLeft } from '../desk/due';
import { formatDay, t, tn } from '../words';

export type Urgent = TodayFacts['urgent'][number];
export type Step = { to: string; say: string };

/** "The review was due by Tuesday 3 March." How many days stands in the mark. */
export function whyInWords({ code, days, date }: Why): string {
  const n = days ?? 0;
  const day = date ? formatDay(date) : '';
  switch (code) {
    case 'unsafe':
      return t('The child does not feel safe.');
    case 'message_late':
      return tn(
        'A message is {n} working day past the promised day.',
        'A message is {n} working days past the promised day.',
        n,
      );
    case 'dispute_overdue':
      return t('A dispute should have been answered by {day}.', { day });
    case 'adjourned':
      return t('The review was adjourned, and goes on by {day}.', { day });
    case 'decisions_due':
      return paperDue('decisions', day);
    case 'record_due':
      return paperDue('record', day);
    case 'share_due':
      return paperDue('given_to_all', day);
    case 'care_plan_due':
      return paperDue('care_plan', day);
    case 'midpoint_due':
      return t('Half way to the next review on {day}: look at what was agreed.', { day });
    case 'postponement_answered':
      return t('A manager has answered about holding the review later.');
    case 'request_waiting':
      return n > 0
        ? tn(
            'Something asked of you has waited {n} day.',
            'Something asked of you has waited {n} days.',
            n,
          )
        : t('Something was asked of you today.');
    case 'child_disagrees':
      return t('The child does not agree with an answer, or does not understand it.');
    case 'manager_disagrees':
      return t('A team manager does not agree with a decision. You see to it.');
    case 'wish_unanswered':
      return date
        ? t('A wish has no answer. It was due by {day}.', { day })
        : t('A wish has no answer.');
    case 'decision_overdue':
      return date
        ? t('A decision was due by {day} and is not done.', { day })
        : t('A decision is not done in time.');
    case 'speak_alone':
      return date
        ? t('Speak in private before the review, due by {day}.', { day })
        : t('Speak in private before the review.');
    case 'not_safe':
      return t('Replying to the phone is not safe. Talk in person.');
    case 'overdue':
      return t('The review was due by {day}.', { day });
    case 'views_unread':
      return n > 0
        ? tn('New words have waited {n} day for you.', 'New words have waited {n} days for you.', n)
        : t('New words came in today.');
    case 'planned_late':
      return t('The meeting is planned after the last lawful day, {day}.', { day });
    case 'no_child_views':
      return t('Nothing from the child yet.');
    case 'not_signed_in':
      return t('The child has never signed in.');
    case 'not_planned':
      return t('The review has no date yet.');
    case 'not_reached':
      return tn('{n} person has not been reached.', '{n} people have not been reached.', n);
    case 'participation_unconfirmed':
      return date
        ? t('The participation code of the review on {day} is not confirmed.', { day })
        : t('The participation code is not confirmed.');
    case 'not_needed':
      return t('The review is not needed any more. What was said is kept.');
    default:
      return t('This review needs a look.');
  }
}

/** The page that helps with the most urgent reason. */
export function nextStep({
  child,
  review_id: review,
  why,
}: Pick<Urgent, 'child' | 'review_id' | 'why'>): Step {
  const code = why[0]?.code;
  switch (code) {
    case 'unsafe':
      return { to: '/inbox', say: t('Take it on') };
    case 'message_late':
    case 'request_waiting':
      return { to: '/inbox', say: t('Answer') };
    case 'dispute_overdue':
      return { to: `/children/${child.id}/disputes`, say: t('Take it further') };
    case 'speak_alone':
      return { to: `/children/${child.id}`, say: t('Note a visit') };
  }
  if (!review) return { to: `/children/${child.id}`, say: t('Open') };
  switch (code) {
    case 'midpoint_due':
      return { to: `/children/${child.id}/midpoint`, say: t('Look half way') };
    case 'adjourned':
    case 'decisions_due':
    case 'record_due':
    case 'share_due':
    case 'care_plan_due':
    case 'postponement_answered':
      return { to: `/reviews/${review}/days`, say: t('Open') };
    case 'overdue':
    case 'planned_late':
    case 'not_planned':
      return { to: `/reviews/${review}/plan`, say: t('Plan it') };
    case 'not_reached':
      return { to: `/reviews/${review}/plan`, say: t('Note a try') };
    case 'child_disagrees':
    case 'wish_unanswered':
      return { to: `/reviews/${review}/outcomes`, say: t('Answer') };
    case 'decision_overdue':
    case 'manager_disagrees':
      return { to: `/reviews/${review}/outcomes`, say: t('See to it') };
    case 'views_unread':
    case 'not_needed':
      return { to: `/reviews/${review}/summary`, say: t('Read it') };
    case 'participation_unconfirmed':
      return { to: `/reviews/${review}/summary`, say: t('Confirm it') };
    case 'no_child_views':
    case 'not_signed_in':
      return why.some(one => one.code === 'not_signed_in')
        ? { to: `/children/${child.id}/cards/${child.id}`, say: t('Give a card') }
        : { to: `/children/${child.id}`, say: t('Open') };
    default:
      return { to: `/children/${child.id}`, say: t('Open') };
  }
}

/** The days behind the reason, for the mark at the end of the row. */
export function mark({ code, days }: Why): string | null {
  const n = days ?? 0;
  switch (code) {
    case 'unsafe':
      return t('Not safe');
    case 'message_late':
    case 'dispute_overdue':
      return tn('{n} working day late', '{n} working days late', n);
    case 'adjourned':
    case 'decisions_due':
    case 'record_due':
    case 'share_due':
    case 'care_plan_due':
    case 'midpoint_due':
      return workingDaysLeft(n);
    case 'overdue':
    case 'wish_unanswered':
    case 'decision_overdue':
      return n > 0 ? tn('{n} day late', '{n} days late', n) : t('Late');
    case 'child_disagrees':
      return t('Unread');
    case 'planned_late':
      return tn('{n} day too late', '{n} days too late', n);
    case 'views_unread':
      return t('Unread');
    case 'no_child_views':
    case 'not_signed_in':
    case 'not_planned':
    case 'speak_alone':
      return n > 0 ? tn('{n} working day left', '{n} working days left', n) : t('Last day');
    default:
      return null;
  }
}
