/** Which lines are picked for a person, and whether their author is named with them. */
import type { Passable, Picked } from '../api/releases';

/** A line picked, or put back; with its author's name only where it cannot go without. */
export function toggled(picks: Picked[], line: Passable): Picked[] {
  const id = line.answer_id;
  if (picks.some(pick => pick.answer_id === id)) return picks.filter(one => one.answer_id !== id);
  return [...picks, { answer_id: id, named: !line.can_go_unnamed }];
}

export function naming(picks: Picked[], id: string, named: boolean): Picked[] {
  return picks.map(pick => (pick.answer_id === id ? { ...pick, named } : pick));
}

/** The lines under their topics, in the order in which they came. */
export function topicsOf(lines: Passable[]): [string, Passable[]][] {
  const topics = new Map<string, Passable[]>();
  for (const line of lines) topics.set(line.title, [...(topics.get(line.title) ?? []), line]);
  return [...topics];
}
