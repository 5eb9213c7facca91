/** Why a review is held sooner, or not at all, in the words an officer uses. */
import type { Reason } from '../api';
import { formatDate, t } from '../words';
import { reasonInWords } from '../words/reasons';

/** Why a review is due when it is, for an adult, with the law where it was brought forward. */
export function whyDue(reason: Reason): string {
  if (reason.code !== 'brought_forward') return reasonInWords(reason);
  const said = [
    t('Brought forward: {why}.', { why: triggerName(reason.trigger ?? '') }),
    reason.counted_from && t('Counted from {date}.', { date: formatDate(reason.counted_from) }),
    reason.source && lawInWords({ source: reason.source, confirmed: reason.confirmed ?? false }),
  ];
  return said.filter(Boolean).join(' ');
}

/** "SI 2015/1818 reg 39(3)(c)", and whether somebody has read it there. */
export function lawInWords({ source, confirmed }: { source: string; confirmed: boolean }): string {
  return confirmed
    ? t('Law: {source}.', { source })
    : t('Law: {source}, still to be checked.', { source });
}

/** What brought a review forward, after "Brought forward:". */
export function triggerName(trigger: string): string {
  const names: Record<string, string> = {
    child_asks: t('the child asked for it'),
    officer_asks: t('the IRO asked for it'),
    worker_asks: t('the council or the personal adviser asked for it'),
    welfare_concern: t('a visit found the child not well looked after'),
    risk_of_harm: t('a risk of harm was reported'),
    away_from_home: t('the child was away from home'),
    detention_ending: t('remand or detention is ending'),
    care_ending: t('the council means to stop looking after the child'),
    family_support_team: t('the family was referred to a family support team'),
    plan_change: t('the plan is to change'),
    home_changed: t('home changed'),
    family_time_changed: t('family time changed'),
    harm_enquiry: t('there is an enquiry or an allegation'),
    excluded: t('the child was excluded from school'),
    charged: t('the child was charged with an offence'),
    serious_illness: t('the child is seriously ill'),
    unregulated_move: t('the young person moved to unregulated accommodation'),
  };
  return names[trigger] ?? trigger;
}

/** Why an officer ends a review that was to come. */
export const ENDINGS = [
  'came_home',
  'adopted',
  'lives_with_family',
  'another_council',
  'other',
] as const;

export function endingName(because: string): string {
  const names: Record<string, string> = {
    left_care: t('Left care'),
    grown_up: t('Old enough: no longer in care'),
    came_home: t('Came home'),
    adopted: t('Adopted'),
    lives_with_family: t('Lives with family by an order'),
    another_council: t('Another council looks after the child'),
    other: t('Another reason'),
  };
  return names[because] ?? because;
}
