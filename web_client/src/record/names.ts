/** What the record calls its headings, its choices, and what stops a signature. */
import type {
  Came,
  Heading,
  MatterState,
  PlanQuality,
  RecordFacts,
  Right,
  Spoke,
} from '../api/records';
import { matterName } from '../desk/meeting_names';
import { t } from '../words';

export function headingName(key: Heading): string {
  return {
    review: t('The review'),
    attendance: t('Who came, and who did not'),
    participation: t('How the child took part'),
    last_decisions: t('What was decided last time'),
    topics: t('What we talked about'),
    wishes: t('What the child wishes for'),
    decisions: t('Decisions'),
    plan_and_rights: t('Your view of the plan, and the child’s rights'),
    disagreements: t('Disagreements and concerns'),
    next: t('What comes next'),
    distribution: t('Who was given it'),
  }[key];
}

/** What the officer is asked to add under a heading. */
export function headingHint(key: Heading): string | null {
  const hints: Partial<Record<Heading, string>> = {
    attendance: t('Whatever else there is to say about who was there.'),
    participation: t('How the child was heard, in your words. Theirs stand beside.'),
    last_decisions: t('What was done, what was not, and why.'),
    plan_and_rights: t('Is the plan right for this child? This must be said before you sign.'),
    disagreements: t('Who sees it differently, and what happens about it.'),
  };
  return hints[key] ?? null;
}

export function cameName(came: Came): string {
  return {
    whole: t('Came'),
    part: t('Came for part of it'),
    no: t('Did not come'),
    not_asked: t('Was not asked'),
  }[came];
}

export function matterStateName(state: MatterState): string {
  return {
    talked_about: t('Talked about'),
    not_needed: t('Not needed this time'),
    later: t('Put off'),
  }[state];
}

export function rightName(right: Right): string {
  return {
    advocate: t('An advocate'),
    complaint: t('How to complain'),
    court: t('Going to court, with legal advice'),
  }[right];
}

export function spokeName(spoke: Spoke): string {
  return {
    yes: t('Yes'),
    refused: t('The child did not want to'),
    not_appropriate: t('It was not appropriate'),
    no: t('No'),
  }[spoke];
}

export function qualityName(quality: PlanQuality): string {
  return {
    good: t('Good: clear, and up to date'),
    needs_work: t('Needs work'),
    out_of_date: t('Out of date'),
    not_there: t('There is no plan'),
  }[quality];
}

/** One thing that stops a signature, and where it is put right. */
export type Lacking = { key: string; say: string; at: string };

export function lackingThings(missing: string[], facts: RecordFacts): Lacking[] {
  return missing.map(key => ({
    key,
    say: lackingSays(key, facts),
    at: lackingAt(key, facts.review.id),
  }));
}

function lackingSays(key: string, facts: RecordFacts): string {
  const [kind = '', of = '', more] = key.split('.');
  if (kind === 'covered') {
    const matter = matterName(of);
    return more
      ? t('Say why not: {matter}', { matter })
      : t('Say what became of: {matter}', { matter });
  }
  if (kind === 'wish') {
    const lines = facts.sections.flatMap(section => section.lines);
    const words = lines.find(line => line.wish_id === of)?.words;
    return words ? t('Answer the wish: {words}', { words }) : t('Answer every wish');
  }
  const says: Record<string, string> = {
    held: t('The review has not been held yet'),
    late: t('Say why the review was late'),
    'attendance.child': t('Say whether the child came'),
    participation: t('Confirm the participation code after the meeting'),
    spoke_alone: t('Say whether you spoke with the child in private'),
    'spoke_alone.words': t('Say why you did not speak in private'),
    'written.plan_and_rights': t('Write your view of the plan'),
    care_plan_quality: t('Say how good the care plan is'),
  };
  return says[key] ?? key;
}

/** Where it is put right: a section of this page, or another page of the review. */
function lackingAt(key: string, reviewId: string): string {
  const [kind = ''] = key.split('.');
  const review = `/reviews/${reviewId}`;
  const places: Record<string, string> = {
    held: `${review}/days`,
    late: '#monitoring',
    attendance: '#attendance',
    participation: `${review}/summary`,
    spoke_alone: '#participation',
    covered: '#topics',
    wish: `${review}/outcomes`,
    written: '#plan_and_rights',
    care_plan_quality: '#monitoring',
  };
  return places[kind] ?? '#review';
}
