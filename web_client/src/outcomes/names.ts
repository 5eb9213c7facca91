/** What the desk calls answers, replies, and how far a decision has come. */
import type { AnswerKind, Decision, WishAnswer } from '../api/outcomes';
import { formatDate, t, tn } from '../words';

export function answerName(answer: AnswerKind): string {
  const names: Record<AnswerKind, string> = {
    agreed: t('Yes'),
    partly: t('Partly'),
    not_yet: t('Not yet'),
    no: t('No'),
  };
  return names[answer];
}

export function replyName(reply: NonNullable<WishAnswer['reply']>['reply']): string {
  const names = {
    thank_you: t('Thank you'),
    not_understood: t('I don’t understand'),
    not_agreed: t('I don’t agree'),
  };
  return names[reply];
}

export function stateName(state: Decision['state']): string {
  const names: Record<Decision['state'], string> = {
    waiting: t('Waiting'),
    confirmed: t('Under way'),
    done: t('Done'),
    not_done: t('Not done'),
  };
  return names[state];
}

export function progressName(kind: Decision['progress'][number]['kind']): string {
  const names = {
    confirmed: t('will do it'),
    note: t('noted'),
    done: t('says that it is done'),
    not_done: t('says that it was not done'),
    reopened: t('opened it again'),
  };
  return names[kind];
}

/** "Tom Ellery, by 3 March 2026", or what of it is known. */
export function whoAndWhen(
  who: { name: string } | null,
  words: string | null,
  by: string | null,
): string {
  const name = who?.name ?? words;
  const day = by ? formatDate(by) : '';
  if (name && by) return t('{name}, by {day}', { name, day });
  if (by) return t('By {day}', { day });
  return name ?? '';
}

export function lateness(days: number): string {
  return tn('{n} day late', '{n} days late', days);
}
