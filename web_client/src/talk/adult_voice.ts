/** What a carer, a parent or a professional is told about writing to the IRO. */
import { formatDay, t, tn } from '../words';
import type { Voice } from './voice';
import { listed, unbroken } from './week';

/** @param child What the child is called. */
export function adultVoice(child: string): Voice {
  return {
    title: officer =>
      officer
        ? t('Message {name} about {child}', { name: officer.called, child })
        : t('Message {child}’s IRO', { child }),
    lead: () => t('For practical matters: dates, visits, school, travel, things to arrange.'),
    reads: officer =>
      officer
        ? t('{name} reads this. {child} and the others around {child} do not.', {
            name: officer.called,
            child,
          })
        : t('The IRO reads this. {child} and the others around {child} do not.', { child }),
    workDays(name, days) {
      const run = unbroken(days);
      const who = name ?? t('The IRO');
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
        ? t('{name} is away until {day}. {cover} reads messages until then.', {
            name,
            cover,
            day: formatDay(until),
          })
        : t('{name} is away. {cover} reads messages meanwhile.', { name, cover }),
    whenAway: (name, usual) =>
      usual
        ? t('When {name} is away, {cover} stands in and reads them.', {
            name: name ?? t('the IRO'),
            cover: usual,
          })
        : t('When {name} is away, a colleague stands in and reads them.', {
            name: name ?? t('the IRO'),
          }),
    answerBy: (day, days) =>
      day
        ? t('You can expect an answer by {day}.', { day: formatDay(day) })
        : tn(
            'You can expect an answer in {n} working day.',
            'You can expect an answer in {n} working days.',
            days,
          ),
    safety: () =>
      t('If a child or an adult may not be safe, the IRO may have to share this with others.'),
    also: name => [
      t('{name} can put a message into {child}’s record, which {child} may read one day.', {
        name: name ?? t('The IRO'),
        child,
      }),
    ],
    notAlways: () =>
      t(
        'Messages are not read all the time. If somebody may not be safe now, ring 999 or the duty line.',
      ),
    box: () => t('Your message'),
    send: name => (name ? t('Send to {name}', { name }) : t('Send')),
    nothingYet: () => t('No messages yet. What you write and the answers will stand here.'),
    inRecord: () => t('In {child}’s record', { child }),
  };
}
