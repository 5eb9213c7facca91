/** One plan from two devices: what only one side changed is taken, what both changed is kept twice. Pure. */
import type { MeetingPlan } from '../api/meeting';
import { blankPlan, tidied, withLevel } from '../ui/meeting/plan';

/** A part of the plan that is decided as a whole: "level", "people/<id>", "script/<key>". */
export type Field = string;
export type Clash = { field: Field; theirs: unknown };
type Fields = Map<Field, unknown>;

/** Mine where I changed it, theirs otherwise; where both changed it differently, mine, and theirs beside it. */
export function mergePlans(
  base: MeetingPlan | null,
  mine: MeetingPlan,
  theirs: MeetingPlan | null,
): { plan: MeetingPlan; clashes: Clash[] } {
  const [was, here, there] = [base, mine, theirs].map(one => fieldsOf(one ?? blankPlan()));
  if (!was || !here || !there) return { plan: mine, clashes: [] };
  const clashes: Clash[] = [];
  let plan = theirs ?? blankPlan();
  const sameList = isSame(withLevel(plan, mine.level).agenda, mine.agenda);
  for (const field of new Set([...here.keys(), ...there.keys()])) {
    if (isSame(here.get(field), there.get(field)) || isSame(was.get(field), here.get(field)))
      continue;
    const bothChanged = !isSame(was.get(field), there.get(field));
    // Who leads what follows from the level: that alone is no second question.
    if (bothChanged && !(field === 'agenda' && sameList))
      clashes.push({ field, theirs: there.get(field) });
    plan = withField(plan, field, here.get(field));
  }
  return { plan, clashes };
}

/** What goes to the server while I have not chosen: theirs stays there, so that neither is lost. */
export function asSent(mine: MeetingPlan, clashes: Clash[]): MeetingPlan {
  return tidied(clashes.reduce((plan, one) => withField(plan, one.field, one.theirs), mine));
}

export function fieldIn(plan: MeetingPlan, field: Field): unknown {
  return fieldsOf(plan).get(field);
}

export function withField(plan: MeetingPlan, field: Field, value: unknown): MeetingPlan {
  const [part, key] = field.split('/');
  if (field === 'level') return withLevel(plan, value as MeetingPlan['level']);
  if (part === 'people' && key) {
    const people = plan.people.filter(one => one.person_id !== key);
    const one = value as MeetingPlan['people'][number] | undefined;
    return { ...plan, people: one ? [...people, one] : people };
  }
  if (part === 'script' && key) {
    const { [key]: _before, ...script } = plan.script;
    return { ...plan, script: typeof value === 'string' ? { ...script, [key]: value } : script };
  }
  return { ...plan, [field]: value };
}

function fieldsOf({ people, script, ...rest }: MeetingPlan): Fields {
  return new Map<Field, unknown>([
    ...Object.entries(rest),
    ...people.map(one => [`people/${one.person_id}`, one] as const),
    ...Object.entries(script).map(([key, words]) => [`script/${key}`, words] as const),
  ]);
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
