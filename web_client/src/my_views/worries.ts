/** Answers after which the page offers help at once. Pure. */
import type { AnswerFacts } from '../api';

/** Choices that say "I am safe", by question; any other choice of these questions asks for help. */
const FINE: Record<string, readonly string[] | undefined> = {
  'safe.feel': ['yes', 'mostly'],
  'safe.worry': ['none'],
  'safe.scared': ['no'],
};

export function asksForHelp(question: string, answer: AnswerFacts): boolean {
  const fine = FINE[question];
  return fine !== undefined && answer.choices.some(choice => !fine.includes(choice));
}
