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

/** A topic with what the child and the others say on it, side by side. */
export type Beside = {
  topic: string;
  title: string;
  child: Line[];
  others: SummaryFacts['others'][number]['entries'];
};

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

export type Count = { answered: number; of: number };

export function answeredCount(summary: SummaryFacts): Count {
  return {
    answered: summary.asked.filter(one => one.state === 'answered').length,
    of: summary.asked.length,
  };
}
