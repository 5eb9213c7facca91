/** A part of the plan, read out in a few lines. */
import type { AgendaItem, GroundRule, MeetingPlan, WantedPerson } from '../api/meeting';
import { levelName } from '../ui/meeting/levels';
import {
  breaksName,
  calledOf,
  itemTitle,
  placeName,
  requestName,
  timeName,
  wantedName,
  wayName,
} from '../ui/meeting/names';
import { ruleWords } from '../ui/meeting/rules';
import { t, tn } from '../words';
import type { Meeting } from './use_meeting';

/** @param field As in merging.ts: "level", "people/<id>", "script/<key>". */
export function partName(field: string, { plan, facts }: Meeting): string {
  const [part = '', key = ''] = field.split('/');
  if (part === 'people') return t('About {name}', { name: calledOf(key, facts.circle) });
  const names: Record<string, string> = {
    ask_for: t('Someone new'),
    agenda: t('What we talk about'),
    ground_rules: t('Our rules'),
    beside_me: t('Who sits by me'),
    script: t('My script'),
  };
  return names[part] ?? requestName(part, plan, facts);
}

export function inWords(field: string, value: unknown, { facts }: Meeting): string[] {
  if (value === null || value === undefined) return [];
  const [part] = field.split('/');
  const called = (ids: unknown) => (ids as string[]).map(id => calledOf(id, facts.circle));
  switch (part) {
    case 'level':
      return [levelName(value as MeetingPlan['level'])];
    case 'people': {
      const one = value as WantedPerson;
      return [wantedName(one.wanted), ...(one.reason ? [one.reason] : [])];
    }
    case 'ask_for':
      return (value as MeetingPlan['ask_for']).map(one => one.who);
    case 'supporter': {
      const { person_id, who } = value as NonNullable<MeetingPlan['supporter']>;
      return [person_id ? calledOf(person_id, facts.circle) : (who ?? '')];
    }
    case 'seats':
    case 'beside_me':
      return called(value);
    case 'agenda':
      return (value as AgendaItem[]).map(item => itemTitle(item, facts));
    case 'ground_rules':
      return (value as GroundRule[]).map(ruleWords);
    default:
      return [around(part ?? '', value)].flat();
  }
}

/** Where, when, how long and how. */
function around(part: string, value: unknown): string | string[] {
  switch (part) {
    case 'place': {
      const { where, words } = value as MeetingPlan['place'];
      return [...(where ? [placeName(where)] : []), ...(words ? [words] : [])];
    }
    case 'when': {
      const { times, words } = value as MeetingPlan['when'];
      return [...times.map(timeName), ...(words ? [words] : [])];
    }
    case 'minutes':
      return tn('{n} minute', '{n} minutes', value as number);
    case 'how':
      return wayName(value as string);
    case 'breaks':
      return breaksName(value as string);
    default:
      return String(value);
  }
}
