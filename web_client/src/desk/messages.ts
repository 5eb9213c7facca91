/** What the desk calls starts of messages, requests, and minutes of waiting. */
import type { RequestKind, Start } from '../api/inbox';
import { t, tn } from '../words';

export function startName(start: Start | null): string | null {
  if (start === null) return null;
  return {
    good_news: t('Good news'),
    worrying: t('Something’s worrying me'),
    sort_out: t('Something to sort out'),
    question: t('A question'),
    midpoint: t('How it goes, half way'),
  }[start];
}

export function requestName(kind: RequestKind): string {
  return {
    visit: t('Asks for a visit'),
    advocate: t('Asks for an advocate'),
    sooner: t('Asks for the review sooner'),
  }[kind];
}

/** "Less than a minute", "12 minutes", "3 hours", "2 days". */
export function longSince(minutes: number): string {
  if (minutes < 1) return t('less than a minute');
  if (minutes < 120) return tn('{n} minute', '{n} minutes', minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return tn('{n} hour', '{n} hours', hours);
  return tn('{n} day', '{n} days', Math.floor(hours / 24));
}
