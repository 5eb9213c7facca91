/** Splitting a review: a part for the child, one for each parent and one for the professionals. */
import type { Invitation, PlannedReview } from '../api';
import { newPart, type PartDraft } from './draft';

/** Who speaks for the child, and so sits beside them. */
const BESIDE_THE_CHILD = ['advocate', 'independent_visitor'];

export type Proposed = { key: string; people: Invitation[] };

/** Who would sit in which part; a group without anybody is none. */
export function groupsOf(review: PlannedReview): Proposed[] {
  const asked = review.invitations;
  const officers = asked.filter(one => one.job === 'reviewing_officer');
  const workers = asked.filter(one => one.job === 'social_worker');
  const child = asked.filter(one => one.job === 'child');
  const carers = asked.filter(one => one.job === 'carer');
  const parents = asked.filter(one => one.job === 'parent');
  const speakers = asked.filter(one => BESIDE_THE_CHILD.includes(one.kind ?? ''));
  const others = asked.filter(one => one.job === 'professional' && !speakers.includes(one));
  return [
    { key: 'child', people: [...child, ...carers, ...speakers, ...workers, ...officers] },
    ...parents.map(one => ({ key: one.person_id, people: [one, ...officers] })),
    ...(others.length > 0
      ? [{ key: 'professionals', people: [...others, ...workers, ...officers] }]
      : []),
  ];
}

/**
 * The parts of a split review. The first keeps what was planned, for those who stay in it; where it
 * is is told anew, on purpose, to whoever may not know where the child lives.
 */
export function splitInto(
  groups: Proposed[],
  parts: PartDraft[],
  title: string,
  newId: () => string = () => crypto.randomUUID(),
): PartDraft[] {
  return groups.map(({ people }, index) => {
    const ids = people.map(one => one.person_id);
    const before = index === 0 ? parts[0] : undefined;
    return before
      ? { ...before, people: ids, told_where: before.told_where.filter(id => ids.includes(id)) }
      : { ...newPart(newId(), title, ids), minutes: '30' };
  });
}
