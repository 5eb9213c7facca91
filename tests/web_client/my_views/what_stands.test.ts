/** What is shared and stands. */
import type { Contribution } from '@client/api';
import { answersOf, differs, standing } from '@client/my_views/what_stands';
import { answer } from './sets';

function contribution(id: string, more: Partial<Contribution> = {}): Contribution {
  return {
    id,
    review_id: 'review',
    form: 'small',
    form_version: 1,
    language: 'en',
    helper: null,
    replaces: null,
    shared_at: '2026-03-03T10:00:00Z',
    withdrawn_at: null,
    read_by: [],
    answers: [{ ...answer({ words: 'A dog' }), id: 'a', question: 'home.change' }],
    ...more,
  };
}

test('a later contribution stands in the place of the one it replaces', () => {
  const all = [
    contribution('first'),
    contribution('second', { replaces: 'first', shared_at: '2026-03-04T10:00:00Z' }),
  ];
  expect(standing(all, 'review')?.id).toBe('second');
  expect(standing(all, 'another review')).toBeNull();
});

test('what was taken back does not stand', () => {
  expect(
    standing(
      [contribution('one', { withdrawn_at: '2026-03-05T10:00:00Z', answers: [] })],
      'review',
    ),
  ).toBeNull();
});

test('a draft differs from what was shared as soon as it says something else', () => {
  const shared = contribution('one');
  const content = {
    form: 'small',
    form_version: 1,
    language: 'en',
    helper: null,
    answers: answersOf(shared),
  };
  expect(differs(content, shared)).toBe(false);
  expect(
    differs({ ...content, answers: { ...content.answers, 'home.face': answer() } }, shared),
  ).toBe(false);
  expect(
    differs({ ...content, answers: { 'home.change': answer({ words: 'A cat' }) } }, shared),
  ).toBe(true);
  expect(
    differs(
      {
        ...content,
        answers: { 'home.change': answer({ words: 'A dog', audience: 'only_my_iro' }) },
      },
      shared,
    ),
  ).toBe(true);
});

test('answers leave behind what only a shared answer has', () => {
  const withTopic = {
    ...answer({ words: 'A dog' }),
    id: 'a',
    question: 'home.change',
    topic: 'home',
  };
  const shared = contribution('one', { answers: [withTopic] });
  expect(answersOf(shared)).toEqual({ 'home.change': answer({ words: 'A dog' }) });
});
