/** What a person is to me. */
import type { InMyCircle } from '../api/meeting';
import { t } from '../words';

export function toMe({ kind, job }: Pick<InMyCircle, 'kind' | 'job'>): string | null {
  const kinds: Record<string, string> = {
    mother: t('My mum'),
    father: t('My dad'),
    parent: t('My parent'),
    step_parent: t('My step-parent'),
    grandparent: t('My grandparent'),
    brother_or_sister: t('My brother or sister'),
    family_or_friend: t('Family or friend'),
    guardian: t('My guardian'),
    foster_carer: t('My carer'),
    kinship_carer: t('My carer'),
    prospective_adopter: t('My carer'),
    residential_worker: t('Helps at my home'),
    social_worker: t('My social worker'),
    supervising_social_worker: t('Helps my carer'),
    personal_adviser: t('My adviser'),
    school: t('From school'),
    health: t('From health'),
    advocate: t('On my side'),
    independent_visitor: t('My visitor'),
    youth_justice: t('Youth worker'),
  };
  return kinds[kind ?? ''] ?? byJob(job);
}

function byJob(job: string): string | null {
  const jobs: Record<string, string> = {
    reviewing_officer: t('My IRO'),
    social_worker: t('My social worker'),
    carer: t('My carer'),
    parent: t('My family'),
  };
  return jobs[job] ?? null;
}
