/** What was said is put in the order in which it is read best, and never changed. */
import {
  besideEachOther,
  changesFirst,
  missing,
  moved,
  speaksForItself,
  wordsFirst,
} from '@client/summary/reading';
import { expect, test } from 'vitest';
import { aSummary, said } from '../desk/situations';

test('topics with words come before topics of choices alone, otherwise in the child’s order', () => {
  const choice = said({ ask: 'c', choices: [{ key: 'yes', say: 'Yes' }] });
  const words = said({ ask: 'w', words: 'Mine' });
  const topics = [
    { topic: 'plan', title: 'My plan', lines: [choice] },
    { topic: 'home', title: 'Where I live', lines: [choice, words] },
    { topic: 'fun', title: 'Fun', lines: [words] },
  ];
  expect(wordsFirst(topics).map(one => one.topic)).toEqual(['home', 'fun', 'plan']);
  expect(wordsFirst(topics)[0]?.lines.map(line => line.ask)).toEqual(['w', 'c']);
  expect(topics[0]?.topic).toBe('plan');
});

test.each([
  ['happy', 'sad', 'worse'],
  ['sad', 'ok', 'better'],
  ['ok', 'ok', 'same'],
  [null, 'ok', 'new'],
  ['ok', null, 'gone'],
] as const)('from %s to %s is %s', (before, now, move) => {
  expect(moved({ before: before && said({ face: before }), now: now && said({ face: now }) })).toBe(
    move,
  );
});

test('a face that fell comes first', () => {
  const face = (topic: string, before: 'sad' | 'happy', now: 'sad' | 'happy') => ({
    topic,
    title: topic,
    question: topic,
    ask: '',
    before: said({ face: before }),
    now: said({ face: now }),
  });
  const faces = [
    face('same', 'sad', 'sad'),
    face('up', 'sad', 'happy'),
    face('down', 'happy', 'sad'),
  ];
  expect(changesFirst(faces).map(one => one.topic)).toEqual(['down', 'up', 'same']);
});

test('the child’s answers on a topic stand beside the others’, without skips', () => {
  const summary = aSummary({
    own_words: [
      {
        topic: 'home',
        title: 'Where I live',
        lines: [said({ words: 'Mine' }), said({ skip: 'dont_know' })],
      },
    ],
  });
  expect(besideEachOther(summary)[0]?.child.map(line => line.words)).toEqual(['Mine']);
});

test('those who could not be reached come before those who have not answered yet', () => {
  const [dad, child] = aSummary().asked;
  if (!dad || !child) throw new Error('the situation has two');
  const waiting = { ...child, state: 'asked' as const };
  expect(missing(aSummary({ asked: [waiting, dad] })).map(one => one.state)).toEqual([
    'not_reached',
    'asked',
  ]);
});

test.each([
  ['words of some length under their topic', said({ words: 'I want to see her more' }), [], true],
  ['a word that needs its question', said({ words: 'No.' }), [], false],
  ['a face', said({ kind: 'face', face: 'ok' }), [], true],
  [
    'a choice',
    said({ kind: 'choice', choices: [{ key: 'a', say: 'Most of the time' }] }),
    [],
    false,
  ],
  ['two such questions', said({ words: 'I want to see her more' }), [said({ words: 'b' })], false],
])('whether an answer speaks for itself: %s', (_what, line, others, does) => {
  expect(speaksForItself(line, [line, ...others])).toBe(does);
});
