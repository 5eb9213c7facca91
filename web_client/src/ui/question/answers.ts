/** What may happen to one answer. Every change gives a new answer and touches nothing else. */
import type { AnswerFacts, Audience, Face, Skip } from '../../api';
import type { Question } from './question_set';

/** Choices that say "none of it": they do not go together with any other. */
const ALONE = new Set(['none', 'no', 'no_one', 'any']);

export function blankAnswer(question: Question): AnswerFacts {
  return {
    skip: null,
    face: null,
    choices: [],
    words: null,
    helper_words: null,
    audience: question.audience ?? question.default_audience,
    not_people: [],
    wish: false,
  };
}

/** Whether it says anything at all; "I don't know" does. */
export function saysSomething(answer: AnswerFacts | undefined): answer is AnswerFacts {
  if (!answer) return false;
  const { skip, face, choices, words, helper_words } = answer;
  return Boolean(skip || face || choices.length > 0 || words?.trim() || helper_words?.trim());
}

/** Whether there is something in it that could come true. */
export function canBeWish(answer: AnswerFacts): boolean {
  return Boolean(answer.words?.trim() || answer.choices.length > 0);
}

export function withFace(answer: AnswerFacts, face: Face | null): AnswerFacts {
  return settled({ ...answer, face, skip: face ? null : answer.skip });
}

export function withChoice(answer: AnswerFacts, key: string | null): AnswerFacts {
  return settled({ ...answer, choices: key ? [key] : [], skip: key ? null : answer.skip });
}

/** Choosing "none of these" takes the others away, and choosing another takes "none of these" away. */
export function withChoices(answer: AnswerFacts, keys: string[]): AnswerFacts {
  const added = keys.find(key => !answer.choices.includes(key));
  let choices = keys;
  if (added && ALONE.has(added)) choices = [added];
  else if (added) choices = keys.filter(key => !ALONE.has(key));
  return settled({ ...answer, choices, skip: choices.length > 0 ? null : answer.skip });
}

export function withWords(answer: AnswerFacts, words: string): AnswerFacts {
  return settled({ ...answer, words: words === '' ? null : words });
}

export function withHelperWords(answer: AnswerFacts, words: string): AnswerFacts {
  return { ...answer, helper_words: words === '' ? null : words };
}

/** "I don't know" takes back a face and choices; words stay, since they may say why. */
export function withSkip(answer: AnswerFacts, skip: Skip | null): AnswerFacts {
  if (!skip) return { ...answer, skip: null };
  return settled({ ...answer, skip, face: null, choices: [] });
}

/** Who is left out is kept whatever the audience, so that choosing "everyone" again never lets anyone in unseen. */
export function withAudience(
  answer: AnswerFacts,
  audience: Audience,
  notPeople: string[],
): AnswerFacts {
  return { ...answer, audience, not_people: notPeople };
}

export function withWish(answer: AnswerFacts, wish: boolean): AnswerFacts {
  return settled({ ...answer, wish });
}

/** A beginning of a sentence, put after what is already there. */
export function withStarter(words: string | null, starter: string): string {
  const start = `${starter.replace(/(…|\.\.\.)\s*$/, '').trimEnd()} `;
  const before = words?.trimEnd() ?? '';
  if (before === '') return start;
  return `${before}${before.endsWith('\n') ? '' : '\n'}${start}`;
}

/** Nothing said, nothing to wish for. */
function settled(answer: AnswerFacts): AnswerFacts {
  return answer.wish && !canBeWish(answer) ? { ...answer, wish: false } : answer;
}
