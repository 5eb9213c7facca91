/** The way through the questions. */
import {
  around,
  byAudience,
  carryOn,
  everythingSaid,
  questionKey,
  questionPath,
  topicStates,
} from '@client/my_views/journey';
import { answer, question, set } from './sets';

const words = (text: string) => answer({ words: text });
const NONE: ReadonlySet<string> = new Set();

test('at first every topic is new, and the meeting comes first', () => {
  const states = topicStates(set, {}, NONE);
  expect(states.map(one => one.state)).toEqual(['new', 'new', 'new']);
  expect(carryOn(states)?.next.key).toBe('meeting.come');
});

test('a topic opens at the question after the last one that was answered', () => {
  const [meeting] = topicStates(set, { 'meeting.come': words('Yes') }, NONE);
  expect(meeting).toMatchObject({ said: 1, state: 'started', next: { key: 'meeting.where' } });
});

test('what was skipped is not asked for again', () => {
  const skippedInTheMiddle = topicStates(
    set,
    { 'meeting.come': words('Yes'), 'meeting.long': words('1 h') },
    NONE,
  );
  expect(skippedInTheMiddle[0]).toMatchObject({ said: 2, state: 'done' });
  const passed = topicStates(set, {}, new Set(['meeting.come', 'meeting.where', 'meeting.long']));
  expect(passed[0]).toMatchObject({ said: 0, state: 'done', next: { key: 'meeting.come' } });
});

test('carrying on finishes what was begun, then takes the next new topic', () => {
  const begun = topicStates(set, { 'home.face': answer({ face: 'ok' }) }, NONE);
  expect(carryOn(begun)?.next.key).toBe('home.change');
  const homeDone = topicStates(set, { 'home.change': words('A lock') }, NONE);
  expect(carryOn(homeDone)?.topic.key).toBe('meeting');
  expect(carryOn(homeDone, 'home')?.topic.key).toBe('anything');
});

test('when everything was seen there is nothing to carry on with', () => {
  const keys = set.topics.flatMap(topic => topic.questions.map(one => one.key));
  expect(carryOn(topicStates(set, {}, new Set(keys)))).toBeNull();
});

test('not wanting to say counts as said, an empty answer does not', () => {
  const answers = { 'home.face': answer({ skip: 'dont_want_to_say' }), 'home.change': words('  ') };
  expect(everythingSaid(set, answers).map(one => one.question.key)).toEqual(['home.face']);
});

test('what is said is grouped by who will see it, the widest first', () => {
  const said = everythingSaid(set, {
    'meeting.come': answer({ words: 'a', audience: 'only_my_iro' }),
    'home.change': answer({ words: 'b' }),
    'anything.words': answer({ words: 'c', audience: 'only_my_iro' }),
  });
  expect(byAudience(said).map(group => [group.audience, group.said.length])).toEqual([
    ['everyone_at_my_review', 1],
    ['only_my_iro', 2],
  ]);
});

test('a question has an address, and a place among its neighbours', () => {
  expect(questionPath(question('home.change'))).toBe('/say/home/change');
  expect(questionKey('home/change')).toBe('home.change');
  expect(around(set, 'meeting.where')).toMatchObject({
    index: 1,
    before: { key: 'meeting.come' },
    after: { key: 'meeting.long' },
  });
  expect(around(set, 'meeting.come')?.before).toBeNull();
  expect(around(set, 'nothing.here')).toBeNull();
});
