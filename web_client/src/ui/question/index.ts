/** One question by its kind, and what can be said about it: the same for a child and for the adults around them. */
export { AnswerSaid, choiceName } from './AnswerSaid';
export { blankAnswer, isTooLong, saysSomething } from './answers';
export { HELPERS, helperWho } from './helper_who';
export { type Listener, QuestionForm } from './QuestionForm';
export {
  findQuestion,
  loadQuestionSet,
  type Question,
  type QuestionSet,
  questionsOf,
  type Topic,
} from './question_set';
export { ReadAloud } from './ReadAloud';
export { skipName } from './Skips';
