/** The one page as its sections: what each asks, who sees it, whether something stands there. Pure. */
import type { AnswerFacts, Audience, DraftContent } from '../api';
import { blankAnswer, saysSomething } from '../ui/question/answers';
import type { Question, QuestionSet, Topic } from '../ui/question/question_set';
import { AUDIENCES } from './seen_by';

export type Answers = DraftContent['answers'];
export type Group = 'about' | 'taking_part' | 'private';
export type Section = {
  topic: Topic;
  group: Group;
  audience: Audience;
  /** The form decides who sees it, not the person. */
  fixed: boolean;
  said: boolean;
};
export type Said = { topic: Topic; question: Question; answer: AnswerFacts };

const GROUP_OF: Record<string, Group> = {
  taking_part: 'taking_part',
  reach_me: 'taking_part',
  private_note: 'private',
};

export function sectionsOf(set: QuestionSet, answers: Answers): Section[] {
  return set.topics.map(topic => ({
    topic,
    group: GROUP_OF[topic.key] ?? 'about',
    audience: audienceOf(topic, answers),
    fixed: topic.questions.every(question => question.audience !== null),
    said: topic.questions.some(question => saysSomething(answers[question.key])),
  }));
}

/** The section to open first: the first one that is still empty. */
export function firstEmpty(sections: Section[]): string | null {
  return sections.find(section => !section.said)?.topic.key ?? null;
}

export function answerTo(question: Question, answers: Answers, audience: Audience): AnswerFacts {
  return (
    answers[question.key] ?? { ...blankAnswer(question), audience: question.audience ?? audience }
  );
}

/** The answers of a whole section under another audience; what the form fixes stays. */
export function withSectionAudience(
  topic: Topic,
  answers: Answers,
  audience: Audience,
): [string, AnswerFacts][] {
  return topic.questions
    .filter(question => question.audience === null)
    .map(question => [question.key, { ...answerTo(question, answers, audience), audience }]);
}

/** Room to add words beside a choice or a face, where nothing else in the section asks for words. */
export function takesMoreWords(topic: Topic, question: Question): boolean {
  return question.kind !== 'words' && !topic.questions.some(other => other.kind === 'words');
}

/** Everything that was said, by who will see it, the widest first; in the order of the form. */
export function byAudience(
  set: QuestionSet,
  answers: Answers,
): { audience: Audience; said: Said[] }[] {
  const said = set.topics.flatMap(topic =>
    topic.questions.flatMap(question => {
      const answer = answers[question.key];
      return saysSomething(answer) ? [{ topic, question, answer }] : [];
    }),
  );
  return AUDIENCES.map(audience => ({
    audience,
    said: said.filter(one => one.answer.audience === audience),
  })).filter(group => group.said.length > 0);
}

function audienceOf(topic: Topic, answers: Answers): Audience {
  for (const question of topic.questions) {
    const answer = answers[question.key];
    if (answer) return question.audience ?? answer.audience;
  }
  const [first] = topic.questions;
  return first?.audience ?? first?.default_audience ?? 'only_my_iro';
}
