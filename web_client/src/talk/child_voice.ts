/** What a child is told about talking to their IRO, in easy words. */
import { formatDay, t, tn } from '../words';
import type { Voice } from './voice';
import { listed, unbroken } from './week';

export const childVoice: Voice = {
  title: officer => (officer ? t('Talk to {name}', { name: officer.called }) : t('Talk to my IRO')),
  lead: officer =>
    officer
      ? t('{name} is your IRO. You can write any time, about anything.', { name: officer.called })
      : t('You can write any time, about anything.'),
  reads: officer =>
    officer ? t('{name} reads this', { name: officer.called }) : t('Your IRO reads this'),
  workDays(name, days) {
    const run = unbroken(days);
    const who = name ?? t('Your IRO');
    if (run) {
      return t('{name} works from {first} to {last}.', {
        name: who,
        first: run[0],
        last: run[1],
      });
    }
    return t('{name} works on {days}.', { name: who, days: listed(days) });
  },
  away: (name, cover, until) =>
    until
      ? t('{name} is away until {day}. {cover} reads this for now.', {
          name,
          cover,
          day: formatDay(until),
        })
      : t('{name} is away just now. {cover} reads this for now.', { name, cover }),
  whenAway(name, usual) {
    const who = name ?? t('your IRO');
    return usual
      ? t('If {name} is away, {cover} reads it.', { name: who, cover: usual })
      : t('If {name} is away, someone reads it for them.', { name: who });
  },
  answerBy: (day, days) =>
    day
      ? t('You can expect an answer by {day}.', { day: formatDay(day) })
      : tn(
          'You can expect an answer in {n} working day.',
          'You can expect an answer in {n} working days.',
          days,
        ),
  safety: name =>
    t('If someone is not safe, {name} may have to tell someone else. They try to tell you first.', {
      name: name ?? t('your IRO'),
    }),
  also: () => [],
  notAlways: () => t('Nobody reads this all the time. If it cannot wait, get help now.'),
  box: name =>
    name ? t('What do you want to tell {name}?', { name }) : t('What do you want to say?'),
  send: name => (name ? t('Send to {name}', { name }) : t('Send')),
  nothingYet: name =>
    t('You have not written yet. {name} would like to hear from you.', {
      name: name ?? t('Your IRO'),
    }),
  inRecord: () => t('In your record'),
};
