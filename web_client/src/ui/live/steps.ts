/** The meeting in its order, for everybody but the child: what each thing is called, and who leads it. Pure. */
import type { LiveItem, LivePlan, LiveState } from '../../api/live';
import { t } from '../../words';
import { matterName } from '../meeting/names';
import type { Step } from './state';

/**
 * All of it, for those who are told all of it; empty for the others.
 * @param apart What the child does not want talked about with everyone: it is no step.
 */
export function stepsOf(plan: LivePlan, apart: string[] = []): Step[] {
  if (plan.items.length === 0) return [];
  const rules = plan.ground_rules.length > 0 ? ['rules'] : [];
  return [
    ...['welcome', ...rules].map(around),
    ...plan.items.filter(item => !apart.includes(item.id)).map(stepOf),
    around('goodbye'),
  ];
}

/** What it is about now; also for whoever is told one thing at a time. */
export function stepNow(plan: LivePlan, { item, now }: LiveState): Step | undefined {
  if (!item) return undefined;
  if (now?.id === item) return stepOf(now);
  return stepsOf(plan).find(step => step.key === item) ?? around(item);
}

export function titleNow(plan: LivePlan, state: LiveState): string {
  return stepNow(plan, state)?.title ?? t('We begin soon');
}

function stepOf(item: LiveItem): Step {
  return {
    key: item.id,
    title: item.words ?? matterName(item.of ?? ''),
    lead: item.lead,
    minutes: item.minutes,
    words: null,
  };
}

function around(key: string): Step {
  return { key, title: aroundName(key), lead: '', minutes: null, words: null };
}

/** What is no item of the agenda. */
export function aroundName(key: string): string {
  const own: Record<string, string> = {
    welcome: t('Hello'),
    rules: t('Our rules'),
    goodbye: t('The end'),
  };
  return own[key] ?? t('Something for a few of us');
}
