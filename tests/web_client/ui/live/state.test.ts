/** How a meeting stands on a screen, and what is told aloud of it. */
import type { LiveEvent, LiveState, Saying } from '@client/api/live';
import {
  after,
  minutesToGo,
  notBegun,
  placeIn,
  readingBack,
  type Step,
  shownState,
  speaker,
} from '@client/ui/live/state';
import { toldAloud } from '@client/ui/live/told_aloud';

let made = 0;
const event = (saying: Saying, on = 1): LiveEvent => ({ ...saying, on, id: `e${made++}` });
const running: LiveState = { ...notBegun(), phase: 'running', level: 5, led_by: 'child' };
const step = (key: string, lead = 'me', minutes: number | null = null): Step => ({
  key,
  title: `About ${key}`,
  lead,
  minutes,
  words: null,
});
const steps = [step('welcome'), step('dog', 'me', 10), step('school', 'officer', 20)];
const names = { step: (key: string | null) => `About ${key}`, lead: (key: string) => key };

test('the same events give the same screen, on whatever the server told last', () => {
  const waiting = [
    event({ kind: 'item', item: 'dog' }),
    event({ kind: 'paused', minutes: 5 }),
    event({ kind: 'resumed' }),
    event({ kind: 'hand', up: true }),
    event({ kind: 'word', word: 'LAC' }),
    event({ kind: 'level', level: 2 }),
    event({ kind: 'led_by', led_by: 'officer' }),
  ];
  const shown = shownState(running, waiting, 'me');
  expect(shownState(running, waiting, 'me')).toEqual(shown);
  expect(shown).toMatchObject({ phase: 'running', item: 'dog', hands: ['me'], level: 2 });
  expect(shown.word?.word).toBe('LAC');
  expect(running.item).toBeNull(); // what was told stays as it was told
});

test('nothing that waited here opens a meeting again that has ended', () => {
  const over = { ...running, phase: 'ended' as const };
  expect(after(over, event({ kind: 'item', item: 'dog' }))).toBe(over);
});

test('one thing at a time is read back, and what the child says stands beside it', () => {
  const asked = shownState(
    running,
    [
      event({ kind: 'read_back', read_back: 'a', of: 'decision', words: 'A dog in May.' }),
      event({ kind: 'read_back', read_back: 'b', of: 'answer', words: 'Yes.' }),
    ],
    null,
  );
  expect(readingBack(asked)?.id).toBe('a');
  const said = event({
    kind: 'read_back_reply',
    read_back: 'a',
    reply: 'not_quite',
    words: 'In April!',
  });
  const then = after(asked, said);
  expect(then.read_back[0]).toMatchObject({ words: 'A dog in May.', reply_words: 'In April!' });
  expect(readingBack(then)?.id).toBe('b');
});

test('the chair of whoever leads this bit is lit, and of whoever took over', () => {
  expect(speaker(steps[1], running)).toBe('child');
  expect(speaker(steps[2], running)).toBe('officer');
  expect(speaker(steps[1], { ...running, led_by: 'joan' })).toBe('joan');
  expect(speaker(steps[1], { ...running, level: 2, led_by: 'officer' })).toBe('child');
  expect(placeIn(steps, { ...running, item: 'school' })).toBe(2);
  expect(placeIn(steps, { ...running, item: 'not mine' })).toBe(-1);
});

test('the time to go is what is planned, in fives, and asks no clock', () => {
  expect(minutesToGo(steps, 0, 60)).toBe(60);
  expect(minutesToGo(steps, 2, 60)).toBe(35);
  expect(minutesToGo([], 0, 60)).toBe(5);
  expect(minutesToGo(steps, 0, null)).toBeNull(); // nobody said how long: no number is made up
});

test('a screen reader is told each change once, the most important first', () => {
  const told = (more: Partial<LiveState>, from = running) =>
    toldAloud(from, { ...from, ...more }, names);
  expect(told({})).toBeNull();
  expect(told({ item: 'dog' })).toBe('Now: About dog');
  expect(told({ phase: 'paused', item: 'dog' })).toBe('We take a break.');
  expect(told({ phase: 'running' }, { ...running, phase: 'paused' })).toBe('We go on now.');
  expect(told({ word: { id: 'w', word: 'PEP' } })).toBe('Please say in easy words: PEP');
  expect(told({ word: { id: 'w', word: null } })).toBe('Please say that in easy words.');
  expect(told({ hands: ['Joan'] })).toBe('Joan has a hand up.');
  expect(told({ not_ok: true })).toBe('Someone is not OK. Please look after them.');
  expect(told({ led_by: 'officer' })).toBe('officer leads now.');
  expect(
    told({
      read_back: [{ id: 'a', of: 'decision', words: 'A dog.', reply: null, reply_words: null }],
    }),
  ).toBe('Is this right? A dog.');
  expect(told({ phase: 'ended' })).toBe('The meeting is over.');
});
