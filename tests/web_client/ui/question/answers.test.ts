/** One answer and what may happen to it. */
import {
  blankAnswer,
  canBeWish,
  saysSomething,
  settled,
  withAudience,
  withChoice,
  withChoices,
  withFace,
  withSkip,
  withStarter,
  withWish,
  withWords,
} from '@client/ui/question/answers';
import type { Question } from '@client/ui/question/question_set';

const question: Question = {
  key: 'family.see_more',
  kind: 'choices',
  ask: 'Who would you like to see more?',
  hint: null,
  choices: [
    { key: 'mum', say: 'Mum' },
    { key: 'dad', say: 'Dad' },
    { key: 'no_one', say: 'No one just now' },
  ],
  audience: null,
  default_audience: 'my_iro_and_social_worker',
};
const blank = blankAnswer(question);

test('an answer begins empty, with the audience that its question proposes', () => {
  expect(saysSomething(blank)).toBe(false);
  expect(blank.audience).toBe('my_iro_and_social_worker');
  expect(blankAnswer({ ...question, audience: 'only_my_iro' }).audience).toBe('only_my_iro');
});

test('not wanting to say is an answer, spaces are not', () => {
  expect(saysSomething(withSkip(blank, 'dont_want_to_say'))).toBe(true);
  expect(saysSomething(withWords(blank, '  \n'))).toBe(false);
  expect(saysSomething(undefined)).toBe(false);
});

test('skipping takes back a face and choices and keeps words', () => {
  const full = withWords(withChoices(withFace(blank, 'sad'), ['mum']), 'Because.');
  expect(withSkip(full, 'dont_know')).toMatchObject({
    skip: 'dont_know',
    face: null,
    choices: [],
    words: 'Because.',
  });
});

test('answering takes back a skip', () => {
  const skipped = withSkip(blank, 'dont_know');
  expect(withFace(skipped, 'ok').skip).toBeNull();
  expect(withChoice(skipped, 'mum').skip).toBeNull();
  expect(withChoices(skipped, ['mum']).skip).toBeNull();
});

test('"no one" stands alone', () => {
  const two = withChoices(withChoices(blank, ['mum']), ['mum', 'dad']);
  expect(two.choices).toEqual(['mum', 'dad']);
  const none = withChoices(two, ['mum', 'dad', 'no_one']);
  expect(none.choices).toEqual(['no_one']);
  expect(withChoices(none, ['mum', 'no_one']).choices).toEqual(['mum']);
});

test('a wish needs something that could come true, and goes when that goes', () => {
  expect(canBeWish(question, withFace(blank, 'happy'))).toBe(false);
  const wish = withWish(withWords(blank, 'A dog'), true);
  expect(settled(question, wish).wish).toBe(true);
  expect(settled(question, withWords(wish, '')).wish).toBe(false);
  const chosen = withWish(withChoice(blank, 'mum'), true);
  expect(settled(question, chosen).wish).toBe(true);
  expect(settled(question, withSkip(chosen, 'dont_know')).wish).toBe(false);
});

test('being hurt is nothing to wish for, but words about it can be', () => {
  const safe = { ...question, key: 'safe.worry' };
  expect(canBeWish(safe, withChoice(blank, 'hurt'))).toBe(false);
  expect(canBeWish(safe, withWords(withChoice(blank, 'hurt'), 'I want it to stop'))).toBe(true);
});

test('who is left out stays left out when the audience changes and changes back', () => {
  const left = withAudience(blank, 'everyone_at_my_review', ['dad']);
  const narrow = withAudience(left, 'only_my_iro', left.not_people);
  expect(withAudience(narrow, 'everyone_at_my_review', narrow.not_people).not_people).toEqual([
    'dad',
  ]);
});

test('a starter begins a new line after what is there', () => {
  expect(withStarter(null, 'I wish we could…')).toBe('I wish we could ');
  expect(withStarter('I like it here.', 'I wish we could…')).toBe(
    'I like it here.\nI wish we could ',
  );
});
