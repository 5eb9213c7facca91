/** A split gives each parent a part of their own, and tells nobody a place that they were not told. */
import type { Invitation } from '@client/api';
import { newPart } from '@client/plan/draft';
import { groupsOf, splitInto } from '@client/plan/split';
import { expect, test } from 'vitest';
import { aPlan } from '../desk/situations';

function asked(called: string, job: Invitation['job'], kind: string): Invitation {
  return {
    person_id: called,
    name: `${called} Smith`,
    called,
    job,
    kind,
    part_ids: [],
    walled_from: [],
    knows_home: false,
    state: 'asked',
    attempts: [],
  };
}
const EVERYBODY = aPlan({
  invitations: [
    asked('Amara', 'child', 'child'),
    asked('Priya', 'reviewing_officer', 'reviewing_officer'),
    asked('Joan', 'carer', 'foster_carer'),
    asked('Mum', 'parent', 'mother'),
    asked('Dad', 'parent', 'father'),
    asked('Tom', 'social_worker', 'social_worker'),
    asked('Yusuf', 'professional', 'advocate'),
    asked('Grace', 'professional', 'school'),
  ],
});
const names = (people: Invitation[]) => people.map(one => one.called);

test('the child, each parent and the professionals sit apart, and the officer everywhere', () => {
  expect(groupsOf(EVERYBODY).map(group => names(group.people))).toEqual([
    ['Amara', 'Joan', 'Yusuf', 'Tom', 'Priya'],
    ['Mum', 'Priya'],
    ['Dad', 'Priya'],
    ['Grace', 'Tom', 'Priya'],
  ]);
});

test('without parents and professionals there is nothing to split', () => {
  const few = aPlan({ invitations: EVERYBODY.invitations.slice(0, 3) });
  expect(groupsOf(few)).toHaveLength(1);
});

test('the first part keeps what was planned; the others start without a time or place', () => {
  const planned = {
    ...newPart('one', 'Review meeting', ['Amara', 'Dad']),
    day: '2026-12-02',
    place: 'Elm House',
    agenda: 'School',
    told_where: ['Dad', 'Yusuf'],
  };
  let made = 0;
  const parts = splitInto(groupsOf(EVERYBODY), [planned], 'Review meeting', () => `new ${++made}`);
  expect(parts.map(part => part.id)).toEqual(['one', 'new 1', 'new 2', 'new 3']);
  expect(parts[0]).toMatchObject({ day: '2026-12-02', place: 'Elm House', agenda: 'School' });
  expect(parts[0]?.told_where).toEqual(['Yusuf']);
  for (const part of parts.slice(1)) {
    expect(part).toMatchObject({ day: '', place: '', agenda: '', told_where: [] });
    expect(part.title).toBe('Review meeting');
  }
});
