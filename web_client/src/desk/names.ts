/** What the desk calls people, stages, ages, codes and legal statuses. */
import type { Job } from '../api';
import { t } from '../words';

/** "Mum", "Foster carer", "School": what a person is to the child, or else their job. */
export function whoIs(person: { job: Job | string; kind?: string | null }): string {
  return kindName(person.kind) ?? jobName(person.job);
}

export function jobName(job: string): string {
  const names: Record<string, string> = {
    child: t('Child'),
    carer: t('Carer'),
    parent: t('Parent'),
    professional: t('Professional'),
    social_worker: t('Social worker'),
    reviewing_officer: t('IRO'),
    service_manager: t('Manager'),
    administrator: t('Administrator'),
  };
  return names[job] ?? t('Person');
}

export function kindName(kind: string | null | undefined): string | null {
  const names: Record<string, string> = {
    mother: t('Mum'),
    father: t('Dad'),
    parent: t('Parent'),
    step_parent: t('Step-parent'),
    grandparent: t('Grandparent'),
    brother_or_sister: t('Brother or sister'),
    family_or_friend: t('Family or friend'),
    guardian: t('Guardian'),
    foster_carer: t('Foster carer'),
    kinship_carer: t('Kinship carer'),
    residential_worker: t('Residential worker'),
    prospective_adopter: t('Prospective adopter'),
    social_worker: t('Social worker'),
    personal_adviser: t('Personal adviser'),
    supervising_social_worker: t('Supervising social worker'),
    school: t('School'),
    health: t('Health'),
    advocate: t('Advocate'),
    independent_visitor: t('Independent visitor'),
    youth_justice: t('Youth justice'),
    other_professional: t('Professional'),
    reviewing_officer: t('IRO'),
    covering_reviewing_officer: t('IRO, covering'),
  };
  return (kind && names[kind]) || null;
}

export function stageName(stage: string | null): string {
  const names: Record<string, string> = {
    planned: t('Not open yet'),
    open_for_views: t('Open for views'),
    ready: t('Ready'),
    meeting: t('Meeting'),
    writing_up: t('Writing up'),
    shared: t('Record shared'),
    closed: t('Closed'),
  };
  return (stage && names[stage]) || t('None planned');
}

export const BANDS = ['under_4', 'under_8', '8_to_11', '12_to_15', '16_plus', 'pathway'] as const;

export function bandName(band: string): string {
  const names: Record<string, string> = {
    under_4: t('Under 4'),
    under_8: t('4 to 7'),
    '8_to_11': t('8 to 11'),
    '12_to_15': t('12 to 15'),
    '16_plus': t('16 and over'),
    pathway: t('Pathway plan'),
  };
  return names[band] ?? band;
}

/** What the child is given to fill in at each age. */
export function bandMeans(band: string): string {
  const means: Record<string, string> = {
    under_4: t('Someone who knows the child writes what they see.'),
    under_8: t('Faces and a few short questions.'),
    '8_to_11': t('Short questions with faces and choices.'),
    '12_to_15': t('Choices and free words.'),
    '16_plus': t('Free words, and what comes next.'),
    pathway: t('The headings of the pathway plan.'),
  };
  return means[band] ?? '';
}

export function reviewKindName(kind: string): string {
  const names: Record<string, string> = {
    looked_after: t('Looked after review'),
    adoption: t('Adoption review'),
    short_breaks: t('Short breaks review'),
    pathway: t('Pathway plan review'),
  };
  return names[kind] ?? t('Review');
}

/** "First review", "Second review", "Review 7". */
export function reviewNumber(sequence: number): string {
  if (sequence === 1) return t('First review');
  if (sequence === 2) return t('Second review');
  return t('Review {n}', { n: sequence });
}

/** The statutory return's meaning of a participation code, in few words. */
export function codeMeans(code: string): string {
  const means: Record<string, string> = {
    PN0: t('Was under 4 at the time of the review'),
    PN1: t('Came and spoke for themselves'),
    PN2: t('Came, and an advocate spoke for them'),
    PN3: t('Came and showed their views without speech'),
    PN4: t('Came, but did not give their views'),
    PN5: t('Did not come, but briefed an advocate to speak'),
    PN6: t('Did not come, but sent their views'),
    PN7: t('Did not come and sent no views'),
  };
  return means[code] ?? code;
}

/** The legal status code of the statutory return, in words. */
export function legalStatusName(
  code: string | null,
  nation: 'england' | 'wales' = 'england',
): string {
  if (!code) return t('Not known');
  const voluntary =
    nation === 'wales'
      ? t('Accommodated by agreement (section 76)')
      : t('Accommodated by agreement (section 20)');
  const names: Record<string, string> = {
    C1: t('Interim care order'),
    C2: t('Full care order'),
    D1: t('Freeing order'),
    E1: t('Placement order'),
    V2: voluntary,
    V3: t('Short breaks'),
    V4: t('Short breaks'),
    J1: t('On remand'),
    J2: t('Detained under PACE'),
    J3: t('Youth rehabilitation order with residence'),
    L1: t('Police protection'),
    L2: t('Emergency protection order'),
    L3: t('Child assessment order'),
  };
  return names[code] ?? code;
}

export const WAYS = ['phone', 'text', 'email', 'letter', 'in_person'] as const;

/** How somebody was tried to be reached. */
export function reachedBy(how: string): string {
  const ways: Record<string, string> = {
    phone: t('Phone'),
    text: t('Text'),
    email: t('E-mail'),
    letter: t('Letter'),
    in_person: t('In person'),
  };
  return ways[how] ?? how;
}

/** Who somebody that helped a child is, after their name: "Margaret, a carer". */
export function helperIs(who: string): string {
  const names: Record<string, string> = {
    carer: t('a carer'),
    family: t('family'),
    friend: t('a friend'),
    social_worker: t('a social worker'),
    advocate: t('an advocate'),
    teacher: t('a teacher'),
    other: t('someone else'),
  };
  return names[who] ?? who;
}
