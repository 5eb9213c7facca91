/** What is shared is what was said, and nothing beside it. */
import { asShared, isEmpty, same } from '@client/drafts/content';
import { expect, test } from 'vitest';
import { said } from './situations';

const PEOPLE = new Set(['sam', 'kath']);

test('words are shared exactly as written', () => {
  expect(asShared(said('  I want  a dog \n'), PEOPLE, false).words).toBe('  I want  a dog \n');
});

test('only spaces are nothing', () => {
  expect(asShared(said('  \n '), PEOPLE, false).words).toBeNull();
  expect(isEmpty(said('  '))).toBe(true);
});

test('a helper who was taken back leaves no words', () => {
  const answer = said('mine', { helper_words: 'theirs' });
  expect(asShared(answer, PEOPLE, false).helper_words).toBeNull();
  expect(asShared(answer, PEOPLE, true).helper_words).toBe('theirs');
});

test('who is no longer at the review cannot be left out of it', () => {
  expect(asShared(said('x', { not_people: ['sam', 'gone'] }), PEOPLE, false).not_people).toEqual([
    'sam',
  ]);
});

test('saying nothing on purpose is an answer', () => {
  expect(isEmpty(said('', { skip: 'dont_want_to_say' }))).toBe(false);
});

test('the order of keys makes no difference', () => {
  expect(same({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  expect(same({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
});

test('people left out of "everyone" are not sent with another choice, which does not show them', () => {
  for (const audience of ['my_iro_and_social_worker', 'only_my_iro'] as const) {
    const answer = said('x', { audience, not_people: ['sam'] });
    expect(asShared(answer, PEOPLE, false).not_people).toEqual([]);
  }
});
