/** One answer that was changed on two devices: which were, and how both can be kept. Pure. */
import type { AnswerFacts, DraftContent } from '../api';
import type { Question } from '../ui/question/question_set';

/** The questions that wait for the person's choice. */
export function undecided(content: DraftContent | null): string[] {
  return Object.entries(content?.other_words ?? {})
    .filter(([, others]) => others.length > 0)
    .map(([key]) => key);
}

/** Both fit in one answer unless a face or a single choice differs. */
export function bothFit(question: Question, mine: AnswerFacts, other: AnswerFacts): boolean {
  if (mine.face && other.face && mine.face !== other.face) return false;
  const [one] = mine.choices;
  const [two] = other.choices;
  return !(question.kind === 'choice' && one && two && one !== two);
}

/** The words of both under each other, every choice of both, and the smaller of the two audiences. */
export function bothTogether(mine: AnswerFacts, other: AnswerFacts): AnswerFacts {
  const face = mine.face ?? other.face;
  const choices = [...new Set([...mine.choices, ...other.choices])];
  return {
    face,
    choices,
    skip: face || choices.length > 0 ? null : (mine.skip ?? other.skip),
    words: joined(mine.words, other.words),
    helper_words: joined(mine.helper_words, other.helper_words),
    ...narrower(mine, other),
    wish: mine.wish || other.wish,
  };
}

/** Joining never tells more people: everyone whom either leaves out is left out. */
function narrower(
  mine: AnswerFacts,
  other: AnswerFacts,
): Pick<AnswerFacts, 'audience' | 'not_people'> {
  const order = ['only_my_iro', 'my_iro_and_social_worker', 'everyone_at_my_review'] as const;
  const audience =
    order.find(one => one === mine.audience || one === other.audience) ?? 'only_my_iro';
  const left = [...new Set([...mine.not_people, ...other.not_people])];
  return { audience, not_people: left };
}

function joined(mine: string | null, other: string | null): string | null {
  const parts = [mine?.trim(), other?.trim()].filter(part => part);
  return [...new Set(parts)].join('\n\n') || null;
}
