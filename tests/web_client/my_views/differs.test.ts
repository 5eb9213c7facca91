/** What is shared and stands. */
import type { Contribution } from '@client/api';
import { answersOf } from '@client/drafts';
import { differs } from '@client/my_views/differs';
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
