/** What an officer writes to bring a review forward, and what is still wrong with it. Pure. */
import type { EarlyAsk, EarlyGround, EarlyPage, NewDecision, NewEarlyAsk } from '../api/early';
import { daysBetween, formatDay, t } from '../words';

export const LONGEST_WHY = 2_000;

export type Wanted = {
  trigger: string;
  askedBy: string | null;
  askedOn: string;
  holdBy: string;
  yes: boolean;
  why: string;
  reason: string;
};
export type Field = 'asked_on' | 'hold_by' | 'reason';
export type Faults = Partial<Record<Field, string>>;

export function begun(page: EarlyPage, today: string): Wanted {
  const trigger = page.grounds.some(ground => ground.trigger === 'officer_asks')
    ? 'officer_asks'
    : (page.grounds[0]?.trigger ?? '');
  return { trigger, askedBy: null, askedOn: today, holdBy: '', yes: true, why: '', reason: '' };
}

/** What was asked already, ready to be answered. */
export function answering(ask: EarlyAsk): Wanted {
  return {
    trigger: ask.trigger,
    askedBy: ask.asked_by_id,
    askedOn: ask.asked_on,
    holdBy: '',
    yes: true,
    why: ask.why ?? '',
    reason: '',
  };
}

export function groundOf(page: EarlyPage, trigger: string): EarlyGround | null {
  return page.grounds.find(ground => ground.trigger === trigger) ?? null;
}

/** The last day that may be chosen: the law's own, or so many days after a move. */
export function latest(page: EarlyPage, wanted: Wanted, today: string): string | null {
  const limits = [page.due_by, moved(groundOf(page, wanted.trigger), wanted.askedOn)].filter(
    day => day !== null && day >= today,
  );
  return limits.sort()[0] ?? null;
}

function moved(ground: EarlyGround | null, askedOn: string): string | null {
  if (!ground?.days || !askedOn) return null;
  const day = new Date(`${askedOn}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ground.days);
  return day.toISOString().slice(0, 10);
}

export function faultsOf(page: EarlyPage, wanted: Wanted, today: string): Faults {
  const faults: Faults = {};
  if (!wanted.askedOn) faults.asked_on = t('Please give a day.');
  else if (daysBetween(today, wanted.askedOn) > 0) {
    faults.asked_on = t('This day is still to come.');
  }
  if (!wanted.yes) {
    if (!wanted.reason.trim()) faults.reason = t('Please say why.');
    return faults;
  }
  const last = latest(page, wanted, today);
  if (!wanted.holdBy) faults.hold_by = t('Please give a day.');
  else if (wanted.holdBy < today) faults.hold_by = t('This day is over.');
  else if (last && wanted.holdBy > last) {
    faults.hold_by = t('It must be by {day}.', { day: formatDay(last) });
  }
  return faults;
}

export function decisionOf(wanted: Wanted): NewDecision {
  return {
    decision: wanted.yes ? 'yes' : 'no',
    hold_by: wanted.yes ? wanted.holdBy : null,
    reason: wanted.reason.trim() || null,
  };
}

export function sent(wanted: Wanted): NewEarlyAsk {
  return {
    ...decisionOf(wanted),
    trigger: wanted.trigger,
    asked_by_id: wanted.askedBy,
    asked_on: wanted.askedOn,
    why: wanted.why.trim() || null,
  };
}

/** What the server found that the page could not know. */
export function refused(fields: Record<string, string[]>): Faults {
  const faults: Faults = {};
  if (fields.asked_on?.[0] === 'before_this_time_in_care') {
    faults.asked_on = t('This was before the present time in care.');
  } else if (fields.asked_on) faults.asked_on = t('Please look at this again.');
  if (fields.hold_by) faults.hold_by = t('Please choose an earlier day.');
  if (fields.reason) faults.reason = t('Please say why.');
  return faults;
}
