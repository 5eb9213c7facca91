/** The question sets: the same files that the server checks answers against. */
import type { Audience } from '../../api';

export type Kind = 'face' | 'choice' | 'choices' | 'words';
export type Question = {
  key: string;
  kind: Kind;
  ask: string;
  hint: string | null;
  choices?: { key: string; say: string }[];
  /** Fixed by the form; null when the person decides. */
  audience: Audience | null;
  default_audience: Audience;
  /** Ways to begin a sentence. */
  starters?: string[];
};
export type Topic = { key: string; title: string; questions: Question[] };
export type QuestionSet = {
  key: string;
  version: number;
  for: 'child' | 'observation' | 'carer' | 'parent' | 'professional';
  band: string | null;
  topics: Topic[];
};

const files = import.meta.glob<{ default: QuestionSet }>('@question_sets/*.json');
const loaded = new Map<string, Promise<QuestionSet>>();

/** One version of a form; each form is its own small download, kept once it is here. */
export function loadQuestionSet(form: string, version: number): Promise<QuestionSet> {
  const name = `${form}.v${version}.json`;
  const known = loaded.get(name);
  if (known) return known;
  const load = Object.entries(files).find(([path]) => path.endsWith(`/${name}`))?.[1];
  if (!load) return Promise.reject(new Error(`There is no question set ${name}`));
  const coming = load().then(file => file.default);
  loaded.set(name, coming);
  coming.catch(() => loaded.delete(name)); // without internet: ask again next time
  return coming;
}

export function questionsOf(set: QuestionSet): Question[] {
  return set.topics.flatMap(topic => topic.questions);
}

export function findQuestion(
  set: QuestionSet,
  key: string,
): { topic: Topic; question: Question } | null {
  for (const topic of set.topics) {
    const question = topic.questions.find(one => one.key === key);
    if (question) return { topic, question };
  }
  return null;
}
