/** Small question sets and answers to test with. */
import type { AnswerFacts } from '@client/api';
import type { Question, QuestionSet } from '@client/ui/question';

export function question(key: string, more: Partial<Question> = {}): Question {
  return {
    key,
    kind: 'words',
    ask: `Ask ${key}`,
    hint: null,
    audience: null,
    default_audience: 'everyone_at_my_review',
    ...more,
  };
}

export const set: QuestionSet = {
  key: 'small',
  version: 1,
  for: 'child',
  band: '12_to_15',
  topics: [
    {
      key: 'meeting',
      title: 'My review meeting',
      questions: [question('meeting.come'), question('meeting.where'), question('meeting.long')],
    },
    {
      key: 'home',
      title: 'Where I live',
      questions: [question('home.face', { kind: 'face' }), question('home.change')],
    },
    { key: 'anything', title: 'Anything else', questions: [question('anything.words')] },
  ],
};

export function answer(more: Partial<AnswerFacts> = {}): AnswerFacts {
  return {
    skip: null,
    face: null,
    choices: [],
    words: null,
    helper_words: null,
    audience: 'everyone_at_my_review',
    not_people: [],
    wish: false,
    ...more,
  };
}
