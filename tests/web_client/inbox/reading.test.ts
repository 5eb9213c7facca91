/** Safety words are marked without changing the words; the promised day leaves out weekends. */
import { TO_A_CHILD, TO_AN_ADULT } from '@client/inbox/quick_phrases';
import { inOrder, marked, unreadBy, waitingFor } from '@client/inbox/reading';
import { expect, test } from 'vitest';
import { aMessage, child, ME } from './situations';

test.each([
  ['He hit me', ['hit'], ['He ', '[hit]', ' me']],
  ['Don’t  HURT', ["don't hurt"], ['[Don’t  HURT]']],
  ['a (b) c', ['(b)'], ['a ', '[(b)]', ' c']],
  ['nothing', [], ['nothing']],
])('%s', (text, words, pieces) => {
  const found = marked(text, words);
  expect(found.map(({ text: piece, word }) => (word ? `[${piece}]` : piece))).toEqual(pieces);
  expect(found.map(piece => piece.text).join('')).toBe(text);
});

test('notes and messages stand in the order of their days', () => {
  const note = { id: 'n', author: ME, words: 'x', written_at: '2026-11-18T08:00:00Z' };
  expect(inOrder({ messages: [aMessage()], notes: [note] }).map(one => one.kind)).toEqual([
    'note',
    'message',
  ]);
});

test('what I wrote, what I read and what was taken back is not unread', () => {
  const read = aMessage({ read_by: [{ who: ME, at: '2026-11-18T10:00:00Z' }] });
  expect(
    unreadBy(ME.id, [aMessage({ from_me: true }), read, aMessage({ words: null })]),
  ).toBeNull();
  const newest = aMessage({ id: 'm9' });
  expect(unreadBy(ME.id, [aMessage(), newest])).toBe(newest);
});

test('what the party wrote last waits, until it is answered or let rest', () => {
  const last = (more = {}) => ({
    with: child,
    messages: [aMessage(), aMessage({ id: 'm2', ...more })],
  });
  expect(waitingFor(last())?.id).toBe('m2');
  expect(waitingFor(last({ author: ME, from_me: true }))).toBeNull();
  expect(waitingFor(last({ no_answer_at: '2026-11-18T10:00:00Z' }))).toBeNull();
  expect(waitingFor({ with: child, messages: [] })).toBeNull();
});

test('every phrase is there in both languages, once', () => {
  for (const phrases of [TO_A_CHILD, TO_AN_ADULT]) {
    for (const code of ['en', 'cy'] as const) {
      const said = phrases.map(phrase => phrase[code]);
      expect(new Set(said).size).toBe(phrases.length);
      expect(said.every(words => words.length > 10)).toBe(true);
    }
    for (const { en, cy } of phrases) expect(en.includes('{day}')).toBe(cy.includes('{day}'));
  }
});
