/** What may happen to a plan: every change keeps it one that the server can keep. */
import { asSent, mergePlans } from '@client/my_meeting/merging';
import {
  agendaOf,
  idFor,
  leftOut,
  moved,
  newItem,
  suggested,
  tidied,
  withAgenda,
  withLevel,
  withList,
  withWanted,
} from '@client/ui/meeting/plan';
import { partsOf } from '@client/ui/meeting/script';
import { besideMe, comers, seated } from '@client/ui/meeting/seating';
import { expect, test } from 'vitest';
import { aPlan, COURT, DAD, DOG, facts, JOAN, OFFICER, SAM } from './situations';

const known = facts();
const mine = () => newItem('10000000-0000-4000-8000-000000000001', 'mine', null, 'My phone');

test('my wishes come first, then what the review must cover', () => {
  expect(agendaOf(aPlan(), known).map(item => [item.from, item.of])).toEqual([
    ['wish', DOG],
    ['must', 'home'],
    ['must', 'school'],
  ]);
});

test('what my IRO adds later stands at the end of my own list', () => {
  const plan = aPlan({ agenda: [mine()] });
  const later = facts({
    matters: [],
    added: [{ id: COURT, words: 'Court', by: OFFICER, added_at: '', is_new: true }],
  });
  expect(agendaOf(plan, later).map(item => item.from)).toEqual(['mine', 'added']);
  expect(agendaOf(plan, facts({ matters: [] })).map(item => item.from)).toEqual(['mine']);
});

test('a wish that I took out can be put back', () => {
  const plan = aPlan({ agenda: [mine()] });
  expect(leftOut(plan, known).map(item => item.of)).toEqual([DOG]);
});

test('who leads what follows how much I lead, unless I said otherwise', () => {
  const leads = (level: 0 | 4 | 5) => agendaOf(aPlan({ level }), known).map(item => item.lead);
  expect([leads(0), leads(4), leads(5)]).toEqual([
    ['officer', 'officer', 'officer'],
    ['me', 'officer', 'me'],
    ['me', 'me', 'me'],
  ]);
  const [first, ...rest] = suggested(known);
  const chosen = aPlan({ agenda: [{ ...(first ?? mine()), lead: JOAN.id }, ...rest] });
  expect(withLevel(chosen, 5).agenda.map(item => item.lead)).toEqual([JOAN.id, 'me', 'me']);
});

test('two devices give what must be covered the same id', () => {
  expect(idFor('home')).toBe(idFor('home'));
  expect(idFor('home')).not.toBe(idFor('school'));
  expect(idFor('home')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test('taking something off the list takes its lines and parts with it', () => {
  const item = mine();
  const before = aPlan({
    agenda: [item],
    script: { [item.id]: 'Hello', welcome: 'Hi' },
    people: [{ person_id: JOAN.id, wanted: 'part', items: [item.id], reason: null }],
  });
  const after = withAgenda(before, []);
  expect(after.script).toEqual({ welcome: 'Hi' });
  expect(after.people[0]?.items).toBeNull();
});

test('words that are only spaces, and lines without words, do not go', () => {
  const plan = tidied(
    aPlan({
      agenda: [{ ...mine(), words: ' ' }],
      snacks: '  ',
      ground_rules: [{ words: '' }, { key: 'listen' }],
      supporter: { person_id: null, who: ' ' },
    }),
  );
  expect([plan.agenda, plan.snacks, plan.ground_rules, plan.supporter]).toEqual([
    [],
    null,
    [{ key: 'listen' }],
    null,
  ]);
});

test('whom I do not want has no seat, and is not on my side', () => {
  const plan = withWanted(
    aPlan({
      seats: [DAD.id, JOAN.id],
      beside_me: [DAD.id],
      supporter: { person_id: DAD.id, who: null },
    }),
    DAD.id,
    { wanted: 'no' },
  );
  expect([plan.seats, plan.beside_me, plan.supporter]).toEqual([[JOAN.id], [], null]);
  expect(comers(plan, known.circle, OFFICER).map(one => one.called)).toEqual([
    'Priya',
    'Joan',
    'Sam',
  ]);
});

test('the first who sits by me is on my left, the second on my right', () => {
  const order = [JOAN.id, DAD.id, SAM.id];
  const one = besideMe(aPlan(), order, SAM.id);
  expect(one.seats[0]).toBe(SAM.id);
  const two = besideMe(one, one.seats, JOAN.id);
  expect([two.seats[0], two.seats.at(-1)]).toEqual([SAM.id, JOAN.id]);
  expect(besideMe(two, two.seats, SAM.id).beside_me).toEqual([JOAN.id]);
  expect(seated(two, [JOAN, DAD, SAM]).map(person => person.called)).toEqual([
    'Sam',
    'Dan',
    'Joan',
  ]);
});

test('moving past the end changes nothing', () => {
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
});

test('two devices that changed different things agree by themselves', () => {
  const base = aPlan();
  const here = aPlan({ level: 5 });
  const there = aPlan({ snacks: 'Pizza' });
  expect(mergePlans(base, here, there)).toEqual({
    plan: aPlan({ level: 5, snacks: 'Pizza' }),
    clashes: [],
  });
});

test('two devices that changed the same thing: both are kept, and theirs stays at the server', () => {
  const merged = mergePlans(aPlan(), aPlan({ level: 5 }), aPlan({ level: 1 }));
  expect(merged.plan.level).toBe(5);
  expect(merged.clashes).toEqual([{ field: 'level', theirs: 1 }]);
  expect(asSent(merged.plan, merged.clashes).level).toBe(1);
});

test('each person and each line is merged by itself', () => {
  const no = (id: string) => withWanted(aPlan(), id, { wanted: 'no' });
  const merged = mergePlans(aPlan(), no(DAD.id), { ...no(SAM.id), script: { welcome: 'Hi' } });
  expect(merged.clashes).toEqual([]);
  expect(merged.plan.people.map(one => one.person_id).sort()).toEqual([DAD.id, SAM.id].sort());
  expect(merged.plan.script).toEqual({ welcome: 'Hi' });
});

test('my script follows how much I lead, and keeps what is only for my IRO out', () => {
  const [wish, ...rest] = suggested(known);
  if (!wish) throw new Error('There is a wish');
  const plan = aPlan({ level: 5, agenda: [{ ...wish, private: true }, ...rest] });
  const parts = partsOf(plan, known, 'Amara');
  expect(parts.map(part => part.title)).not.toContain('I want a dog');
  expect(parts[0]?.words).toMatch(/^Hello. I am Amara. This is my review./);
  expect(partsOf({ ...plan, level: 0 }, known, 'Amara')[0]?.words).toMatch(
    /^Priya, please say hello/,
  );
});

test('a line in my own words takes the place of the first', () => {
  const parts = partsOf(aPlan({ script: { welcome: 'Alright everyone' } }), known, 'Amara');
  expect([parts[0]?.words, parts[0]?.changed]).toEqual(['Alright everyone', true]);
});

test('with the first thing that I choose, my IRO gets the list too', () => {
  expect(withList(aPlan({ level: 5 }), known).agenda.map(item => item.of)).toEqual([
    DOG,
    'home',
    'school',
  ]);
  const own = aPlan({ agenda: [mine()] });
  expect(withList(own, known)).toBe(own);
});

test('two levels on two devices are one question, not two', () => {
  const base = withList(aPlan(), known);
  const merged = mergePlans(base, withLevel(base, 5), withLevel(base, 0));
  expect(merged.clashes).toEqual([{ field: 'level', theirs: 0 }]);
  expect(asSent(merged.plan, merged.clashes)).toEqual(withLevel(base, 0));
  const [first, ...rest] = base.agenda;
  const theirs = { ...base, agenda: [{ ...(first ?? mine()), lead: JOAN.id }, ...rest] };
  expect(mergePlans(base, withLevel(base, 5), theirs).clashes.map(one => one.field)).toEqual([
    'agenda',
  ]);
});
