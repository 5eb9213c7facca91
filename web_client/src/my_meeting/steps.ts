/** The steps of planning, in the order in which they stand, and what I have chosen in each. */

import { levelName } from '../ui/meeting/levels';
import { breaksName, placeName } from '../ui/meeting/names';
import { agendaOf, suggested } from '../ui/meeting/plan';
import { t, tn } from '../words';
import { isSame } from './merging';
import type { Meeting } from './use_meeting';

export const STEPS = ['level', 'who', 'seats', 'where', 'what', 'rules', 'script'] as const;
export type StepKey = (typeof STEPS)[number];

export function stepName(step: StepKey): string {
  const names: Record<StepKey, string> = {
    level: t('How much I lead'),
    who: t('Who comes'),
    seats: t('Who sits where'),
    where: t('Where and when'),
    what: t('What we talk about'),
    rules: t('Our rules'),
    script: t('My script'),
  };
  return names[step];
}

/** What I chose, in a few words; null while I have chosen nothing there. */
export function chosenIn(step: StepKey, { plan, facts }: Meeting): string | null {
  switch (step) {
    case 'level':
      return facts.revision > 0 || plan.level !== 2 ? levelName(plan.level) : null;
    case 'who': {
      const said = plan.people.length + plan.ask_for.length + (plan.supporter ? 1 : 0);
      return said > 0 ? tn('{n} thing said', '{n} things said', said) : null;
    }
    case 'seats':
      return plan.seats.length > 0 ? t('You have seats') : null;
    case 'where':
      return whereWhen(plan);
    case 'what': {
      const items = agendaOf(plan, facts);
      const asAtFirst = isSame(items, suggested(facts, plan.level));
      return asAtFirst ? null : tn('{n} thing', '{n} things', items.length);
    }
    case 'rules': {
      const count = plan.ground_rules.length;
      return count > 0 ? tn('{n} rule', '{n} rules', count) : null;
    }
    case 'script':
      return Object.keys(plan.script).length > 0 ? t('In your own words') : null;
  }
}

function whereWhen({ place, when, minutes, how, breaks, snacks }: Meeting['plan']): string | null {
  if (place.where) return placeName(place.where);
  if (place.words) return place.words;
  if (minutes) return tn('{n} minute', '{n} minutes', minutes);
  if (breaks) return breaksName(breaks);
  return when.times.length > 0 || when.words || how || snacks ? t('You have said some') : null;
}

export function pathOf(step: StepKey): string {
  return `/meeting/${step}`;
}

export function after(step: StepKey): StepKey | null {
  return STEPS[STEPS.indexOf(step) + 1] ?? null;
}
