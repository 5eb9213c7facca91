/** A plan keeps UK time in winter and summer, names its faults, and merges two people's plans. */

import type { PlanPart } from '@client/api';
import { momentInUk } from '@client/desk/uk_time';
import { differing, merged } from '@client/plan/conflict';
import { draftOf, faultsOf, isSame, newPart, partOf } from '@client/plan/draft';
import { expect, test } from 'vitest';

function a_part(facts: Partial<PlanPart> = {}): PlanPart {
  return {
    id: 'one',
    title: 'Review meeting',
    how: 'in_person',
    starts_at: '2026-12-02T16:00:00Z',
    minutes: 45,
    place: 'Canolfan Glan-yr-afon',
    video_link: null,
    agenda: ['What went well'],
    people: ['child', 'carer'],
    told_where: ['carer'],
    ...facts,
  };
}

test.each([
  ['2026-12-02', '16:00', '2026-12-02T16:00:00Z'],
  ['2026-06-02', '16:00', '2026-06-02T15:00:00Z'],
  ['2026-06-02', '00:30', '2026-06-01T23:30:00Z'],
])('%s at %s in the UK is %s', (day, time, moment) => {
  expect(momentInUk(day, time)).toBe(moment);
});

test.each(['2026-12-02T16:00:00Z', '2026-07-01T09:15:00Z'])(
  'a part survives being edited (%s)',
  starts_at => {
    const part = a_part({ starts_at });
    expect(isSame([partOf(draftOf(part))], [part])).toBe(true);
  },
);

test('a meeting is not planned for a day that is over, but one that is over stays as it is', () => {
  const part = { ...newPart('one', 'A', []), day: '2026-04-14', time: '15:00' };
  expect(faultsOf(part, '2026-04-14')).toEqual([]);
  expect(faultsOf(part, '2026-04-15')).toEqual(['past']);
  expect(faultsOf({ ...part, day_was: '2026-04-14' }, '2026-04-15')).toEqual([]);
});

test('a part that becomes a phone call sends neither place nor link', () => {
  const part = partOf({ ...draftOf(a_part()), how: 'phone', video_link: 'https://x.example' });
  expect([part.place, part.video_link]).toEqual([null, null]);
});

test('faults are named, and a part without a date is none', () => {
  expect(faultsOf(newPart('one', 'Review meeting', []))).toEqual([]);
  expect(faultsOf({ ...newPart('one', ' ', []), day: '2026-12-02', minutes: 'ten' })).toEqual([
    'title',
    'day_without_time',
    'minutes',
  ]);
  expect(
    faultsOf({ ...newPart('one', 'A', []), how: 'video', video_link: 'javascript:alert(1)' }),
  ).toEqual(['link']);
});

test('two plans are the same whatever the order of people', () => {
  expect(isSame([a_part()], [a_part({ people: ['carer', 'child'] })])).toBe(true);
  expect(isSame([a_part()], [a_part({ minutes: 30 })])).toBe(false);
});

test('where two people changed a plan, each differing part is chosen and nothing is lost', () => {
  const mine = [
    a_part({ minutes: 30 }),
    a_part({ id: 'two', title: 'With Dad' }),
    a_part({ id: 'same' }),
  ];
  const theirs = [
    a_part({ minutes: 60 }),
    a_part({ id: 'same' }),
    a_part({ id: 'three', title: 'School' }),
  ];
  expect(differing(mine, theirs).map(pair => pair.id)).toEqual(['one', 'three', 'two']);
  const plan = merged(mine, theirs, { one: 'mine', two: 'mine', three: 'theirs' });
  expect(plan.map(part => [part.id, part.minutes])).toEqual([
    ['one', 30],
    ['same', 45],
    ['three', 45],
    ['two', 45],
  ]);
  expect(
    merged(mine, theirs, { one: 'theirs', two: 'theirs', three: 'mine' }).map(part => part.id),
  ).toEqual(['one', 'same']);
});

test.each([
  ['title', 121],
  ['place', 501],
] as const)('a %s that is too long to send is a fault, not cut off', (field, letters) => {
  const part = { ...draftOf(a_part()), [field]: 'x'.repeat(letters) };
  expect(faultsOf(part)).toEqual(['too_long']);
  expect(partOf(part)[field]).toHaveLength(letters);
});

test.each([
  ['http://meet.example/a', 'link'],
  ['https://', 'link'],
  ['https://meet.example/a b', 'link'],
  ['https://meet.example\\@evil.example', 'name_in_link'],
  ['https://meet.example@evil.example/', 'name_in_link'],
  ['https://meet.example/\u202ea', 'hidden_link'],
])('the link %s is refused', (video_link, fault) => {
  expect(faultsOf({ ...newPart('one', 'A', []), how: 'video', video_link })).toEqual([fault]);
});

test('a link may carry an @ after its address', () => {
  const video_link = 'https://meet.example/l/19:a@thread.v2?context=%7b';
  expect(faultsOf({ ...newPart('one', 'A', []), how: 'video', video_link })).toEqual([]);
});

test('marks that turn or hide the text are refused, letters of every language are not', () => {
  const part = newPart('one', 'My\u202e review', []);
  expect(faultsOf({ ...part, place: 'Town\u200f hall' })).toEqual(['hidden_title', 'hidden_place']);
  expect(faultsOf(newPart('one', 'قاعة المدينة', []))).toEqual([]);
});
