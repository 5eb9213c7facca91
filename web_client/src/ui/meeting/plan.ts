/** The plan for my meeting: what it is before I chose anything, and what may happen to it. Pure. */
import type {
  AgendaItem,
  From,
  Level,
  MeetingFacts,
  MeetingPlan,
  Wanted,
  WantedPerson,
} from '../../api/meeting';

export const LEVEL_AT_FIRST = 2;

export function blankPlan(): MeetingPlan {
  return {
    level: LEVEL_AT_FIRST,
    people: [],
    ask_for: [],
    supporter: null,
    seats: [],
    beside_me: [],
    place: { where: null, words: null },
    when: { times: [], words: null },
    minutes: null,
    how: null,
    breaks: null,
    snacks: null,
    agenda: [],
    ground_rules: [],
    script: {},
  };
}

/** Lines of the script that belong to nothing on the list. */
const OWN_LINES = new Set(['welcome', 'goodbye']);

type Known = Pick<MeetingFacts, 'wishes' | 'last_time' | 'matters' | 'added'>;

/** What can be talked about, in the order in which it stands when I have not chosen one. */
export function suggested(known: Known, level: Level = LEVEL_AT_FIRST): AgendaItem[] {
  const items = [
    ...known.last_time.map(one => newItem(one.id, 'last_time', one.id)),
    ...known.wishes.map(one => newItem(one.id, 'wish', one.id)),
    ...known.added.map(one => newItem(one.id, 'added', one.id)),
    ...known.matters.map(key => newItem(idFor(key), 'must', key)),
  ];
  return items.map((item, place) => ({ ...item, lead: leadAtFirst(item, place, level) }));
}

/** Who leads what, as long as I have not said: it follows from how much I lead. */
function leadAtFirst(item: AgendaItem, place: number, level: Level): string {
  if (level === 0) return 'officer';
  if (level === 5) return 'me';
  if (level === 4) return place % 2 === 0 ? 'me' : 'officer';
  return item.from === 'wish' || item.from === 'mine' ? 'me' : 'officer';
}

/** Another level; where I chose myself who leads, that stays. */
export function withLevel(plan: MeetingPlan, level: Level): MeetingPlan {
  const agenda = plan.agenda.map((item, place) =>
    item.lead === leadAtFirst(item, place, plan.level)
      ? { ...item, lead: leadAtFirst(item, place, level) }
      : item,
  );
  return { ...plan, level, agenda };
}

export function newItem(
  id: string,
  from: From,
  of: string | null,
  words: string | null = null,
): AgendaItem {
  return {
    id,
    from,
    of,
    words,
    lead: from === 'wish' || from === 'mine' ? 'me' : 'officer',
    minutes: null,
    without_me: false,
    not_while: [],
    private: false,
  };
}

/** My agenda; until I change it, what is suggested. What my officer adds later stands at its end. */
export function agendaOf(plan: MeetingPlan, known: Known): AgendaItem[] {
  const all = suggested(known, plan.level);
  if (plan.agenda.length === 0) return all;
  const there = new Set(plan.agenda.map(item => `${item.from} ${item.of}`));
  const later = all.filter(
    item =>
      (item.from === 'added' || item.from === 'must') && !there.has(`${item.from} ${item.of}`),
  );
  const withdrawn = (item: AgendaItem) =>
    item.from === 'added' && !known.added.some(one => one.id === item.of);
  return [...plan.agenda.filter(item => !withdrawn(item)), ...later];
}

/** A list of my own, and nothing left over of what is not on it any more. */
export function withAgenda(plan: MeetingPlan, agenda: AgendaItem[]): MeetingPlan {
  const ids = new Set(agenda.map(item => item.id));
  const people = plan.people.map(one => {
    const items = one.items?.filter(id => ids.has(id)) ?? [];
    return { ...one, items: items.length > 0 ? items : null };
  });
  const lines = Object.entries(plan.script).filter(([key]) => OWN_LINES.has(key) || ids.has(key));
  return { ...plan, agenda, people, script: Object.fromEntries(lines) };
}

/** With the first thing that I choose the list goes too: my officer sees what it covers already. */
export function withList(plan: MeetingPlan, known: Known): MeetingPlan {
  return plan.agenda.length > 0 ? plan : { ...plan, agenda: suggested(known, plan.level) };
}

/** What the server can keep: nothing that is only spaces, no line without words. */
export function tidied(plan: MeetingPlan): MeetingPlan {
  const kept = plan.agenda.filter(item => item.from !== 'mine' || item.words?.trim());
  const all = withAgenda(plan, kept);
  return {
    ...all,
    people: all.people.map(one => ({ ...one, reason: said(one.reason) })),
    place: { ...all.place, words: said(all.place.words) },
    when: { ...all.when, words: said(all.when.words) },
    snacks: said(all.snacks),
    supporter: all.supporter?.person_id || said(all.supporter?.who) ? all.supporter : null,
    ground_rules: all.ground_rules.filter(rule => 'key' in rule || rule.words.trim() !== ''),
    script: Object.fromEntries(Object.entries(all.script).filter(([, words]) => words.trim())),
  };
}

function said(words: string | null | undefined): string | null {
  return words?.trim() ? words : null;
}

/** Wishes and old decisions that I have taken out, so that I can put them back. */
export function leftOut(plan: MeetingPlan, known: Known): AgendaItem[] {
  const there = new Set(agendaOf(plan, known).map(item => item.of));
  return suggested(known, plan.level).filter(item => !there.has(item.of));
}

/** Words of the thing itself; null for what must be covered, whose words the client has. */
export function itemWords(item: AgendaItem, known: Known): string | null {
  if (item.words) return item.words;
  const from = { wish: known.wishes, last_time: known.last_time, added: known.added };
  const list = item.from === 'must' || item.from === 'mine' ? [] : from[item.from];
  return list.find(one => one.id === item.of)?.words ?? null;
}

export function wantedOf(plan: MeetingPlan, personId: string): WantedPerson | null {
  return plan.people.find(one => one.person_id === personId) ?? null;
}

export function withWanted(
  plan: MeetingPlan,
  personId: string,
  change: Partial<WantedPerson>,
): MeetingPlan {
  const before = wantedOf(plan, personId) ?? blankWanted(personId);
  const next = settled({ ...before, ...change });
  const known = plan.people.some(one => one.person_id === personId);
  const people = known
    ? plan.people.map(one => (one.person_id === personId ? next : one))
    : [...plan.people, next];
  return next.wanted === 'no' ? withoutSeat({ ...plan, people }, personId) : { ...plan, people };
}

/** Nothing is asked about this person any more. */
export function withoutWanted(plan: MeetingPlan, personId: string): MeetingPlan {
  return { ...plan, people: plan.people.filter(one => one.person_id !== personId) };
}

function blankWanted(person_id: string): WantedPerson {
  return { person_id, wanted: 'yes' as Wanted, items: null, reason: null };
}

/** Whoever is wanted for all of it needs no parts and no reason. */
function settled(one: WantedPerson): WantedPerson {
  return {
    ...one,
    items: one.wanted === 'part' ? one.items : null,
    reason: one.wanted === 'yes' ? null : one.reason,
  };
}

function withoutSeat(plan: MeetingPlan, personId: string): MeetingPlan {
  const others = (ids: string[]) => ids.filter(id => id !== personId);
  const { supporter } = plan;
  return {
    ...plan,
    seats: others(plan.seats),
    beside_me: others(plan.beside_me),
    supporter: supporter?.person_id === personId ? null : supporter,
  };
}

/** One place further up (-1) or down (+1); at the end it stays. */
export function moved<T>(list: T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return list;
  const next = [...list];
  [next[from], next[to]] = [next[to] as T, next[from] as T];
  return next;
}

/** An id that is the same on every device for the same matter. */
export function idFor(seed: string): string {
  const hex = [1, 2, 3, 4].map(round => hash(`${round}:${seed}`)).join('');
  const variant = '89ab'[Number.parseInt(hex[16] as string, 16) % 4];
  const cut = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...cut, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return ((sum ^ (sum >>> 13)) >>> 0).toString(16).padStart(8, '0');
}
