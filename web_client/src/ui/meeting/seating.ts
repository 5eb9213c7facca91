/** Who sits where. Pure. */
import type { InMyCircle, MeetingPlan, Who } from '../../api/meeting';
import { wantedOf } from './plan';

export const MOST_BESIDE_ME = 2;

/** Everybody who may sit there: my officer, and all whom I did not say no to. */
export function comers(plan: MeetingPlan, circle: InMyCircle[], officer: Who | null): InMyCircle[] {
  const others = circle.filter(
    one => one.id !== officer?.id && wantedOf(plan, one.id)?.wanted !== 'no',
  );
  return officer ? [{ ...officer, kind: 'reviewing_officer' }, ...others] : others;
}

/** Clockwise from me: those whom I seated first, then the rest. */
export function seated(plan: MeetingPlan, people: InMyCircle[]): InMyCircle[] {
  const byId = new Map(people.map(one => [one.id, one]));
  const placed = plan.seats.flatMap(id => byId.get(id) ?? []);
  const rest = people.filter(one => !plan.seats.includes(one.id));
  return [...placed, ...rest];
}

export function isBesideMe(plan: MeetingPlan, personId: string): boolean {
  return plan.beside_me.includes(personId);
}

/** The first who sits by me sits on my left, the second on my right. */
export function besideMe(plan: MeetingPlan, order: string[], personId: string): MeetingPlan {
  const beside = isBesideMe(plan, personId)
    ? plan.beside_me.filter(id => id !== personId)
    : [...plan.beside_me, personId].slice(-MOST_BESIDE_ME);
  const [left, right] = beside;
  const others = order.filter(id => !beside.includes(id));
  const seats = [...(left ? [left] : []), ...others, ...(right ? [right] : [])];
  return { ...plan, beside_me: beside, seats };
}
