/** What the things of a plan are called, in the words that a child would use. */
import type { AgendaItem, InMyCircle, MeetingFacts, MeetingPlan } from '../../api/meeting';
import { t } from '../../words';
import { itemWords } from './plan';

export function officerOf(facts: Pick<MeetingFacts, 'officer'>): string {
  return facts.officer?.called ?? t('your IRO');
}

export function placeName(where: string): string {
  const names: Record<string, string> = {
    home: t('Where I live'),
    school: t('At school'),
    office: t('At an office'),
    outside: t('Outside'),
    other: t('Somewhere else'),
  };
  return names[where] ?? where;
}

export function timeName(time: string): string {
  const names: Record<string, string> = {
    after_school: t('After school'),
    weekend: t('At the weekend'),
    morning: t('In the morning'),
    afternoon: t('In the afternoon'),
    evening: t('In the evening'),
  };
  return names[time] ?? time;
}

export function wayName(how: string): string {
  const names: Record<string, string> = {
    in_person: t('All in one room'),
    video: t('On video'),
    both: t('Some in the room, some on video'),
  };
  return names[how] ?? how;
}

export function breaksName(breaks: string): string {
  const names: Record<string, string> = {
    none: t('No break'),
    one: t('One break'),
    often: t('A lot of short breaks'),
  };
  return names[breaks] ?? breaks;
}

/** How things stand with a person: yes, a part, no; null while I have not said. */
export function wantedName(wanted: string | null): string {
  const names: Record<string, string> = {
    yes: t('Yes'),
    part: t('For a part'),
    no: t('Please no'),
  };
  return names[wanted ?? ''] ?? t('Choose');
}

/** "My wish", "From last time": where something on the list comes from. */
export function fromName(item: AgendaItem, officer: string): string {
  const names = {
    wish: t('My wish'),
    last_time: t('From last time'),
    must: t('We have to talk about this'),
    mine: t('I added this'),
    added: t('{name} added this', { name: officer }),
  };
  return names[item.from];
}

export function itemTitle(item: AgendaItem, facts: MeetingFacts): string {
  return itemWords(item, facts) ?? matterName(item.of ?? '');
}

export function leadName(item: AgendaItem, facts: MeetingFacts): string {
  if (item.lead === 'me') return t('Me');
  if (item.lead === 'officer') return officerOf(facts);
  return calledOf(item.lead, facts.circle);
}

export function calledOf(personId: string, circle: InMyCircle[]): string {
  return circle.find(one => one.id === personId)?.called ?? t('Someone');
}

/** What each review must cover, in plain words. */
export function matterName(key: string): string {
  const names: Record<string, string> = {
    last_time: t('Did the plans from last time happen?'),
    home: t('My home: is it right for me?'),
    family_time: t('Family time'),
    school: t('School and learning'),
    health: t('My health'),
    fun: t('Fun, friends and free time'),
    identity: t('Who I am: my faith, culture and language'),
    legal_status: t('The law part: is my court order still right?'),
    plan: t('My care plan, now and later'),
    help: t('Who helps me, and is it enough?'),
    visits: t('How often my social worker visits'),
    who_decides: t('Who can say yes to things for me'),
    leaving_care: t('When I am not in care any more'),
    wishes: t('What I want and how I feel'),
  };
  return names[key] ?? t('Something that we have to look at');
}

/** What I asked, as a heading over the answer to it. */
export function requestName(request: string, plan: MeetingPlan, facts: MeetingFacts): string {
  const [what, id = ''] = split(request);
  const item = plan.agenda.find(one => one.id === id);
  const new_one = plan.ask_for.find(one => one.id === id);
  const names: Record<string, string> = {
    level: t('How much I lead'),
    supporter: t('The person on my side'),
    seats: t('Who sits where'),
    place: t('Where we meet'),
    when: t('When we meet'),
    minutes: t('How long it is'),
    how: t('In a room or on video'),
    breaks: t('Breaks'),
    snacks: t('Snacks'),
    person: t('About {name}', { name: calledOf(id, facts.circle) }),
    ask_for: t('Can {name} come?', { name: new_one?.who ?? t('someone new') }),
    item: item ? itemTitle(item, facts) : t('Something on my list'),
  };
  return names[what] ?? t('My plan');
}

function split(request: string): [string, string?] {
  const at = request.indexOf(':');
  return at < 0 ? [request] : [request.slice(0, at), request.slice(at + 1)];
}
