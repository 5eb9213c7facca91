/** The way through the questions: topics in any order, what is said, what comes next. Pure. */
import type { AnswerFacts, Audience, DraftContent } from '../api';
import { saysSomething } from '../ui/question/answers';
import type { Question, QuestionSet, Topic } from '../ui/question/question_set';

export type Answers = DraftContent['answers'];
export type Said = { topic: Topic; question: Question; answer: AnswerFacts };
export type TopicState = {
  topic: Topic;
  /** How many things are said here: never "out of". */
  said: number;
  /** The question to open when this topic is opened. */
  next: Question;
  state: 'new' | 'started' | 'done';
};

export const MEETING = 'meeting';
const WIDEST_FIRST: Audience[] = [
  'everyone_at_my_review',
  'my_iro_and_social_worker',
  'only_my_iro',
];

export function topicStates(
  set: QuestionSet,
  answers: Answers,
  passed: ReadonlySet<string>,
): TopicState[] {
  return set.topics.map(topic => topicState(topic, answers, passed));
}

function topicState(topic: Topic, answers: Answers, passed: ReadonlySet<string>): TopicState {
  const said = topic.questions.filter(question => saysSomething(answers[question.key])).length;
  const next = nextIn(topic, answers, passed);
  const state =
    next === null
      ? 'done'
      : said > 0 || topic.questions.some(q => passed.has(q.key))
        ? 'started'
        : 'new';
  return { topic, said, next: next ?? first(topic), state };
}

/**
 * The first question after the last one that was answered or passed by; null at the end.
 * What somebody chose to skip is never asked for again.
 */
function nextIn(topic: Topic, answers: Answers, passed: ReadonlySet<string>): Question | null {
  const last = topic.questions.findLastIndex(
    question => saysSomething(answers[question.key]) || passed.has(question.key),
  );
  return topic.questions[last + 1] ?? null;
}

/** Where "carry on" leads: a topic that was begun, else the next that was not opened yet; null when all are done. */
export function carryOn(states: TopicState[], after?: string): TopicState | null {
  const open = states.filter(one => one.state !== 'done');
  const here = states.findIndex(one => one.topic.key === after);
  const further = open.find(one => states.indexOf(one) > here);
  return open.find(one => one.state === 'started') ?? further ?? open[0] ?? null;
}

/** Where a question stands in its topic, and its neighbours. */
export function around(set: QuestionSet, key: string) {
  const topic = set.topics.find(one => one.questions.some(question => question.key === key));
  if (!topic) return null;
  const index = topic.questions.findIndex(question => question.key === key);
  return {
    topic,
    index,
    question: topic.questions[index] as Question,
    before: topic.questions[index - 1] ?? null,
    after: topic.questions[index + 1] ?? null,
  };
}

/** Everything that is said, in the order of the form. */
export function everythingSaid(set: QuestionSet, answers: Answers): Said[] {
  return set.topics.flatMap(topic =>
    topic.questions.flatMap(question => {
      const answer = answers[question.key];
      return saysSomething(answer) ? [{ topic, question, answer }] : [];
    }),
  );
}

/** What each audience will see, the widest first; an audience that sees nothing is left out. */
export function byAudience(said: Said[]): { audience: Audience; said: Said[] }[] {
  return WIDEST_FIRST.map(audience => ({
    audience,
    said: said.filter(one => one.answer.audience === audience),
  })).filter(group => group.said.length > 0);
}

/** The address of a question: home.face stands at /say/home/face. */
export function questionPath(question: Question): string {
  return `/say/${question.key.replace('.', '/')}`;
}

/** The key of a question again, from what follows /say/. */
export function questionKey(rest: string): string {
  return rest.replace('/', '.');
}

function first(topic: Topic): Question {
  const [question] = topic.questions;
  if (!question) throw new Error(`The topic ${topic.key} has no question`);
  return question;
}
