/** What may happen to one answer. Every change gives a new answer and touches nothing else. */
import type { AnswerFacts, Audience, Face, Skip } from '../../api';
import { lettersOver } from '../letters';
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

/** Whether its words are more than can be sent. */
export function isTooLong({ words, helper_words }: AnswerFacts): boolean {
  return lettersOver(words) + lettersOver(helper_words) > 0;
}

/** Questions about how things are: a choice there ("No", "Someone is hurting me") is nothing to wish for. */
const HOW_THINGS_ARE = new Set([
  'school.bullying',
  'school.discreet',
  'health.hard',
  'health.body',
  'home.feel',
  'last_time.done',
  'plan.agree',
  'family.know_social_worker',
]);

/** Whether there is something in it that could come true. */
export function canBeWish(question: Question, answer: AnswerFacts): boolean {
  if (answer.words?.trim()) return true;
  const isFact = question.key.startsWith('safe.') || HOW_THINGS_ARE.has(question.key);
  return !isFact && answer.choices.length > 0;
}

/** Nothing said, nothing to wish for. */
export function settled(question: Question, answer: AnswerFacts): AnswerFacts {
  return answer.wish && !canBeWish(question, answer) ? { ...answer, wish: false } : answer;
}

export function withFace(answer: AnswerFacts, face: Face | null): AnswerFacts {
  return { ...answer, face, skip: face ? null : answer.skip };
}

export function withChoice(answer: AnswerFacts, key: string | null): AnswerFacts {
  return { ...answer, choices: key ? [key] : [], skip: key ? null : answer.skip };
}

/** Choosing "none of these" takes the others away, and choosing another takes "none of these" away. */
export function withChoices(answer: AnswerFacts, keys: string[]): AnswerFacts {
  const added = keys.find(key => !answer.choices.includes(key));
  let choices = keys;
  if (added && ALONE.has(added)) choices = [added];
  else if (added) choices = keys.filter(key => !ALONE.has(key));
  return { ...answer, choices, skip: choices.length > 0 ? null : answer.skip };
}

export function withWords(answer: AnswerFacts, words: string): AnswerFacts {
  return { ...answer, words: words === '' ? null : words };
}

export function withHelperWords(answer: AnswerFacts, words: string): AnswerFacts {
  return { ...answer, helper_words: words === '' ? null : words };
}

/** "I don't know" takes back a face and choices; words stay, since they may say why. */
export function withSkip(answer: AnswerFacts, skip: Skip | null): AnswerFacts {
  if (!skip) return { ...answer, skip: null };
  return { ...answer, skip, face: null, choices: [] };
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
  return { ...answer, wish };
}

/** A beginning of a sentence, put after what is already there. */
export function withStarter(words: string | null, starter: string): string {
  const start = `${starter.replace(/(…|\.\.\.)\s*$/, '').trimEnd()} `;
  const before = words?.trimEnd() ?? '';
  if (before === '') return start;
  return `${before}${before.endsWith('\n') ? '' : '\n'}${start}`;
}
