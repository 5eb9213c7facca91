/** What the parts of a child's plan are called at the desk. */
import type { AgendaItem, InMyCircle, Level, MeetingFacts, MeetingPlan } from '../api/meeting';
import { formatList, t, tn } from '../words';

export function levelMeans(level: Level): string {
  const means: Record<Level, string> = {
    0: t('Will not be there; you read out the child’s words'),
    1: t('Comes for a part of it'),
    2: t('Is there; you lead, by the child’s agenda'),
    3: t('Opens and closes it, and leads their own part'),
    4: t('Leads in turns with you'),
    5: t('Leads the meeting, with you beside them'),
  };
  return means[level];
}

/** Everything that a review must look at, by its key. */
export function matterNames(): Record<string, string> {
  return {
    last_time: t('Whether the last decisions were carried out'),
    home: t('Whether the home is still the right one'),
    family_time: t('Family time'),
    school: t('School and progress'),
    health: t('Health'),
    fun: t('Leisure and interests'),
    identity: t('Identity: religion, origin, culture and language'),
    legal_status: t('Legal status'),
    plan: t('The plan for permanence'),
    help: t('Advice, support and an advocate'),
    visits: t('How often the social worker visits'),
    who_decides: t('Who may agree to what (delegated decisions)'),
    leaving_care: t('What comes after care'),
    wishes: t('The child’s wishes and feelings, and your view'),
  };
}

export function matterName(key: string): string {
  return matterNames()[key] ?? key;
}

export function itemTitle(item: AgendaItem, facts: MeetingFacts): string {
  const lists = { wish: facts.wishes, last_time: facts.last_time, added: facts.added };
  if (item.words) return item.words;
  if (item.from === 'must') return matterName(item.of ?? '');
  const list = item.from === 'mine' ? [] : lists[item.from];
  return list.find(one => one.id === item.of)?.words ?? t('No longer there');
}

export function calledOf(personId: string, circle: InMyCircle[]): string {
  return circle.find(one => one.id === personId)?.name ?? t('Someone who has left the circle');
}

export function leadName(lead: string, facts: MeetingFacts, child: string): string {
  if (lead === 'me') return child;
  return lead === 'officer' ? t('You') : calledOf(lead, facts.circle);
}

const SIMPLE: Record<string, () => string> = {
  level: () => t('How much to lead'),
  supporter: () => t('Somebody on their side'),
  seats: () => t('Seating'),
  place: () => t('Where'),
  when: () => t('When'),
  minutes: () => t('How long'),
  how: () => t('In person or by video'),
  breaks: () => t('Breaks'),
  snacks: () => t('Snacks and drinks'),
};

/** What is asked, as a heading. */
export function requestName(request: string, plan: MeetingPlan, facts: MeetingFacts): string {
  const [kind = '', id = ''] = request.split(':');
  if (kind === 'person') return calledOf(id, facts.circle);
  if (kind === 'ask_for') {
    const who = plan.ask_for.find(one => one.id === id)?.who ?? '';
    return t('Somebody new: {who}', { who });
  }
  if (kind === 'item') {
    const item = plan.agenda.find(one => one.id === id);
    return item ? itemTitle(item, facts) : t('A line of the agenda');
  }
  return SIMPLE[kind]?.() ?? request;
}

/** What exactly is asked, in a few lines; the child's own words stand beside them. */
export function requestSays(request: string, plan: MeetingPlan, facts: MeetingFacts): string[] {
  const [kind = '', id = ''] = request.split(':');
  const names = (ids: string[]) => formatList(ids.map(one => calledOf(one, facts.circle)));
  switch (kind) {
    case 'level':
      return [levelMeans(plan.level)];
    case 'person':
      return wantedSays(id, plan, facts);
    case 'supporter':
      return plan.supporter?.person_id ? [calledOf(plan.supporter.person_id, facts.circle)] : [];
    case 'seats':
      return [
        ...(plan.seats.length > 0 ? [t('Clockwise: {names}', { names: names(plan.seats) })] : []),
        ...(plan.beside_me.length > 0
          ? [t('Beside the child: {names}', { names: names(plan.beside_me) })]
          : []),
      ];
    case 'item': {
      const item = plan.agenda.find(one => one.id === id);
      return item ? marksOf(item, facts) : [];
    }
    default:
      return aroundSays(kind, plan);
  }
}

/** What sets a line of the agenda apart. */
export function marksOf(item: AgendaItem, facts: MeetingFacts): string[] {
  const away = item.not_while.map(id => calledOf(id, facts.circle));
  return [
    ...(item.from === 'mine' ? [t('The child’s own point')] : []),
    ...(item.without_me ? [t('Talk about this without the child')] : []),
    ...(away.length > 0
      ? [t('Not while {names} are in the room', { names: formatList(away) })]
      : []),
    ...(item.private ? [t('Not with everyone: for you alone')] : []),
  ];
}

function wantedSays(id: string, plan: MeetingPlan, facts: MeetingFacts): string[] {
  const one = plan.people.find(person => person.person_id === id);
  if (!one) return [];
  const wanted = {
    yes: t('Wants them there'),
    part: t('Wants them there for a part'),
    no: t('Does not want them there'),
  }[one.wanted];
  const items = plan.agenda.filter(item => one.items?.includes(item.id));
  return [wanted, ...items.map(item => itemTitle(item, facts))];
}

function aroundSays(kind: string, plan: MeetingPlan): string[] {
  const places: Record<string, string> = {
    home: t('Where the child lives'),
    school: t('At school'),
    office: t('At an office'),
    outside: t('Outdoors'),
    other: t('Somewhere else'),
  };
  const times: Record<string, string> = {
    after_school: t('After school'),
    weekend: t('At the weekend'),
    morning: t('In the morning'),
    afternoon: t('In the afternoon'),
    evening: t('In the evening'),
  };
  const ways = { in_person: t('In person'), video: t('By video'), both: t('Both together') };
  const breaks = { none: t('No break'), one: t('One break'), often: t('Many short breaks') };
  const said: Record<string, string[]> = {
    place: plan.place.where ? [places[plan.place.where] ?? ''] : [],
    when: plan.when.times.map(time => times[time] ?? ''),
    minutes: plan.minutes ? [tn('{n} minute', '{n} minutes', plan.minutes)] : [],
    how: plan.how ? [ways[plan.how]] : [],
    breaks: plan.breaks ? [breaks[plan.breaks]] : [],
  };
  return said[kind] ?? [];
}
