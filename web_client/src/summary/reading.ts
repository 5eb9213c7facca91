/** Ordering what people said so that it is read in two minutes. */
import type { Line, SummaryFacts, TopicLines } from '../api';

/** Opens the contribution that a line comes from. */
export type ToSource = (line: Line) => void;

/** Whether a line says something to quote, rather than only a choice, a face or a skip. */
export function hasWords(line: Line): boolean {
  return Boolean(line.words?.trim() || line.helper_words?.trim());
}

/** Topics in which the child wrote words first, each with its written lines first; the rest keeps its order. */
export function wordsFirst(topics: TopicLines[]): TopicLines[] {
  return [...topics]
    .map(topic => ({ ...topic, lines: stableBy(topic.lines, line => (hasWords(line) ? 0 : 1)) }))
    .sort((one, other) => Number(!one.lines.some(hasWords)) - Number(!other.lines.some(hasWords)));
}

function stableBy<T>(items: T[], rank: (item: T) => number): T[] {
  return [...items].sort((one, other) => rank(one) - rank(other));
}

const FEW_WORDS = 4;
/** Adults are asked one thing there, which its title says. */
const TAKING_PART = 'taking_part';

/**
 * Whether an answer says what it is about without its question, under the title of its topic:
 * a face, or words, when nobody answered a second such question there. Not a choice, nor "No."
 */
export function speaksForItself(line: Line, lines: Line[]): boolean {
  if (line.topic === TAKING_PART) return true;
  if (line.kind !== 'face' && line.kind !== 'words') return false;
  const others = lines.filter(one => one !== line && one.topic === line.topic);
  if (others.some(one => one.kind === line.kind && one.form === line.form)) return false;
  return line.kind === 'face' || (line.words ?? '').trim().split(/\s+/).length >= FEW_WORDS;
}

/** What the child says by topic; a mere choice that is held back stands in the box for that alone. */
export function ownWords({ own_words, not_openly }: SummaryFacts): TopicLines[] {
  const held = new Set(not_openly.filter(line => !hasWords(line)).map(line => line.answer_id));
  return own_words
    .map(topic => ({ ...topic, lines: topic.lines.filter(line => !held.has(line.answer_id)) }))
    .filter(topic => topic.lines.length > 0);
}

/** A topic with what the child and the others say on it, side by side. */
export type Beside = {
  topic: string;
  title: string;
  child: Line[];
  others: SummaryFacts['others'][number]['entries'];
};

/** What others say where the child says nothing, person by person. */
export function besideNothing(topics: Beside[]): Beside['others'] {
  const people = new Map<string, Beside['others'][number]>();
  for (const { person, lines } of topics.flatMap(topic => topic.others)) {
    const before = people.get(person.person_id)?.lines ?? [];
    people.set(person.person_id, { person, lines: [...before, ...lines] });
  }
  return [...people.values()];
}

/** The topics that somebody other than the child wrote on. */
export function besideEachOther(summary: SummaryFacts): Beside[] {
  return summary.others.map(({ topic, title, entries }) => ({
    topic,
    title,
    child:
      summary.own_words.find(own => own.topic === topic)?.lines.filter(line => !line.skip) ?? [],
    others: entries,
  }));
}

export type Move = 'better' | 'worse' | 'same' | 'new' | 'gone';
const RANK = { sad: 0, ok: 1, happy: 2 };

/** Where a face moved to since last time. */
export function moved({ now, before }: { now: Line | null; before: Line | null }): Move {
  if (!before?.face) return 'new';
  if (!now?.face) return 'gone';
  const step = RANK[now.face] - RANK[before.face];
  return step > 0 ? 'better' : step < 0 ? 'worse' : 'same';
}

/** Faces that went down first, then those that moved up, then the rest. */
export function changesFirst(faces: SummaryFacts['faces']): SummaryFacts['faces'] {
  const order: Move[] = ['worse', 'better', 'gone', 'new', 'same'];
  return stableBy(faces, face => order.indexOf(moved(face)));
}

/** Who has not answered, those who could not be reached first. */
export function missing(summary: SummaryFacts): SummaryFacts['asked'] {
  const order = ['not_reached', 'asked', 'not_yet_asked'];
  return stableBy(
    summary.asked.filter(one => one.state !== 'answered'),
    one => order.indexOf(one.state),
  );
}

/** Whether something the child shared stands: only then can they be told that it was read. */
export function hasShared({ child, contributions }: SummaryFacts): boolean {
  return Object.values(contributions).some(
    one => one.person.person_id === child.id && !one.withdrawn_at && !one.replaced_by,
  );
}

export type Count = { answered: number; of: number };

export function answeredCount(summary: SummaryFacts): Count {
  return {
    answered: summary.asked.filter(one => one.state === 'answered').length,
    of: summary.asked.length,
  };
}
