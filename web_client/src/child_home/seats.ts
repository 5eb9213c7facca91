/** The people around me, each with their chair and what they are to me. */
import type { Me, MyReview, ReviewPerson } from '../api';
import type { Seat } from '../ui';
import { chairFor } from '../ui/chair_for';
import { t } from '../words';

export function seatsOf(review: MyReview, me: Me): Seat[] {
  const others = review.circle.filter(person => person.id !== me.id);
  const officer = review.reviewing_officer;
  const missing = officer && !others.some(person => person.id === officer.id);
  return [
    { id: me.id, name: me.called, chair: me.chair, isMe: true },
    ...others.map(person => ({
      id: person.id,
      name: person.called,
      about: toMe(person),
      chair: person.chair ?? chairFor(person.id),
      away: person.coming === false,
    })),
    ...(missing
      ? [
          {
            id: officer.id,
            name: officer.called,
            about: t('My IRO'),
            chair: officer.chair ?? chairFor(officer.id),
          },
        ]
      : []),
  ];
}

/** True once somebody has said who sits where. */
export function isKnownWhoComes(review: MyReview): boolean {
  return review.circle.some(person => typeof person.coming === 'boolean');
}

/** What a person is to me, in the words that I would use. */
export function toMe(person: Pick<ReviewPerson, 'job' | 'kind'>): string | null {
  switch (person.kind) {
    case 'mother':
      return t('My mum');
    case 'father':
      return t('My dad');
    case 'parent':
      return t('My parent');
    case 'step_parent':
      return t('My step-parent');
    case 'grandparent':
      return t('My grandparent');
    case 'brother_or_sister':
      return t('My brother or sister');
    case 'family_or_friend':
      return t('Family or friend');
    case 'guardian':
      return t('My guardian');
    case 'foster_carer':
    case 'kinship_carer':
    case 'prospective_adopter':
      return t('My carer');
    case 'residential_worker':
      return t('Helps at my home');
    case 'social_worker':
      return t('My social worker');
    case 'supervising_social_worker':
      return t('Helps my carer');
    case 'personal_adviser':
      return t('My adviser');
    case 'school':
      return t('From school');
    case 'health':
      return t('From health');
    case 'advocate':
      return t('On my side');
    case 'independent_visitor':
      return t('My visitor');
    case 'youth_justice':
      return t('Youth worker');
    default:
      return byJob(person.job);
  }
}

function byJob(job: ReviewPerson['job']): string | null {
  switch (job) {
    case 'reviewing_officer':
      return t('My IRO');
    case 'social_worker':
      return t('My social worker');
    case 'carer':
      return t('My carer');
    case 'parent':
      return t('My family');
    default:
      return null;
  }
}
