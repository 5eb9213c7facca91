/** The content of a draft and the small questions about it. */
import type { AnswerFacts, Audience, Contribution, DraftContent } from '../api';

export function emptyAnswer(audience: Audience = 'everyone_at_my_review'): AnswerFacts {
  return {
    skip: null,
    face: null,
    choices: [],
    words: null,
    helper_words: null,
    audience,
    not_people: [],
    wish: false,
  };
}

/** True when nothing was said: who would see it does not count. */
export function isEmpty(answer: AnswerFacts | undefined): boolean {
  if (!answer) return true;
  return (
    answer.skip === null &&
    answer.face === null &&
    answer.choices.length === 0 &&
    !answer.words?.trim() &&
    !answer.helper_words?.trim()
  );
}

/** True when nothing was said, and nobody was named who helps to say it. */
export function isBlank({ answers, helper }: DraftContent): boolean {
  return helper === null && Object.values(answers).every(isEmpty);
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** The same form with nothing in it. */
export function blankOf(content: DraftContent): DraftContent {
  const { form, form_version, language } = content;
  return { form, form_version, language, helper: null, answers: {} };
}

/** What was shared, as the answers of a draft: without what only a shared answer has. */
export function answersOf(shared: Contribution): DraftContent['answers'] {
  return Object.fromEntries(
    shared.answers.map(answer => {
      const { question, skip, face, choices, words, helper_words, audience, not_people, wish } =
        answer;
      return [question, { skip, face, choices, words, helper_words, audience, not_people, wish }];
    }),
  );
}

/**
 * An answer as it is shared: nothing blank, no helper's words without a helper, nobody who has left.
 * People are left out of "everyone" alone: the draft remembers them, but any other choice does not show them.
 */
export function asShared(answer: AnswerFacts, people: Set<string>, helped: boolean): AnswerFacts {
  const helperWords = answer.helper_words?.trim() ? answer.helper_words : null;
  return {
    ...answer,
    words: answer.words?.trim() ? answer.words : null,
    helper_words: helped ? helperWords : null,
    not_people:
      answer.audience === 'everyone_at_my_review'
        ? answer.not_people.filter(id => people.has(id))
        : [],
  };
}
