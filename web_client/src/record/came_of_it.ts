/** What came of wishes and what was decided, in a short sentence each. */
import type { KnownLine } from '../api/records';
import { saidOn } from '../desk/lines';
import { matterName } from '../desk/meeting_names';
import { formatDate, t } from '../words';

/** The sentence of a line about an answer, a decision, a dispute or the days of the review. */
export function cameOfIt(line: KnownLine): string | null {
  const date = line.at ? saidOn(line.at) : '';
  const by = line.said_by?.name ?? line.who_words ?? '';
  switch (line.fact) {
    case 'replied':
      return t('The child says: {reply}', { reply: replySays(line.value) });
    case 'decided':
      return [line.topic && matterName(line.topic), whoAndWhen(line), stateSays(line.value)]
        .filter(Boolean)
        .join(' · ');
    case 'progress':
      return t('{name} {did}, {date}', { name: by, did: progressSays(line.value), date });
    case 'manager_said':
      return line.value === 'disagreed'
        ? t('The team manager disagrees ({name}, {date})', { name: by, date })
        : t('The team manager agrees ({name}, {date})', { name: by, date });
    case 'disputed':
      return t('A dispute was raised on {day}', { day: day(line) });
    case 'resolved':
      return t('It was resolved on {day}', { day: day(line) });
    case 'done_well':
      return t('Good practice, {day}', { day: day(line) });
    case 'adjourned':
      return t('Adjourned until {day}', { day: day(line) });
    case 'late':
      return t('Held late: {reason}', { reason: lateSays(line.value) });
    case 'midpoint':
      return t('Half-way check: {day}', { day: day(line) });
    default:
      return null;
  }
}

/** "Partly · Tom Ellery, by 3 March 2026": the answer to a wish. */
export function wishAnswered(line: KnownLine): string {
  const answers: Record<string, string> = {
    agreed: t('Yes'),
    partly: t('Partly'),
    not_yet: t('Not yet'),
    no: t('No'),
  };
  return [t('Answer: {answer}', { answer: answers[line.value ?? ''] ?? '' }), whoAndWhen(line)]
    .filter(Boolean)
    .join(' · ');
}

function whoAndWhen(line: KnownLine): string {
  const name = line.about?.name ?? line.who_words ?? '';
  if (name && line.on) return t('{name}, by {day}', { name, day: day(line) });
  return line.on ? t('By {day}', { day: day(line) }) : name;
}

function day(line: KnownLine): string {
  return line.on ? formatDate(line.on) : '';
}

function replySays(reply: string | null): string {
  const replies: Record<string, string> = {
    thank_you: t('Thank you'),
    not_understood: t('I don’t understand'),
    not_agreed: t('I don’t agree'),
    right: t('That’s right'),
    not_quite: t('Not quite'),
  };
  return replies[reply ?? ''] ?? '';
}

function stateSays(state: string | null): string {
  const states: Record<string, string> = {
    waiting: t('Waiting'),
    confirmed: t('Under way'),
    done: t('Done'),
    not_done: t('Not done'),
  };
  return states[state ?? ''] ?? '';
}

function progressSays(kind: string | null): string {
  const kinds: Record<string, string> = {
    confirmed: t('will do it'),
    note: t('noted'),
    done: t('says that it is done'),
    not_done: t('says that it was not done'),
    reopened: t('opened it again'),
  };
  return kinds[kind ?? ''] ?? '';
}

function lateSays(reason: string | null): string {
  const reasons: Record<string, string> = {
    child_not_ready: t('The child asked for more time'),
    sickness: t('Sickness'),
    officer_not_available: t('The IRO could not come'),
    worker_not_available: t('The social worker could not come'),
    told_late: t('We were told late that the child came into care'),
    papers_not_ready: t('Papers were not ready'),
    family_not_available: t('Family or carers could not come'),
    placement_changed: t('The child moved'),
    court: t('A court hearing'),
    other: t('Something else'),
  };
  return reasons[reason ?? ''] ?? '';
}
