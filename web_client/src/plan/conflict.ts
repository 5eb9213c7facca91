/** What differs between my plan and the one somebody else saved meanwhile, part by part. */
import type { PlanPart } from '../api';
import { isSame } from './draft';

export type PartPair = { id: string; mine: PlanPart | null; theirs: PlanPart | null };

/** Every part that either of us has, and only where we differ. */
export function differing(mine: PlanPart[], theirs: PlanPart[]): PartPair[] {
  const ids = [...new Set([...theirs, ...mine].map(part => part.id))];
  return ids
    .map(id => ({
      id,
      mine: mine.find(part => part.id === id) ?? null,
      theirs: theirs.find(part => part.id === id) ?? null,
    }))
    .filter(pair => !pair.mine || !pair.theirs || !isSame([pair.mine], [pair.theirs]));
}

export type Choice = 'mine' | 'theirs';

/** One plan from the two, by what was chosen for each part that differs; the rest is the same in both. */
export function merged(
  mine: PlanPart[],
  theirs: PlanPart[],
  choices: Record<string, Choice>,
): PlanPart[] {
  const pairs = new Map(differing(mine, theirs).map(pair => [pair.id, pair]));
  const ids = [...new Set([...theirs, ...mine].map(part => part.id))];
  return ids
    .map(id => {
      const pair = pairs.get(id);
      if (!pair) return theirs.find(part => part.id === id) ?? null;
      return choices[id] === 'mine' ? pair.mine : pair.theirs;
    })
    .filter(part => part !== null);
}
