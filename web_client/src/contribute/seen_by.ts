/** Who will see what an adult writes, in one plain line, with the child's name in it. */
import type { Audience } from '../api';
import { t } from '../words';

export const AUDIENCES: Audience[] = [
  'everyone_at_my_review',
  'my_iro_and_social_worker',
  'only_my_iro',
];

/** After "Who will see this:". */
export function seenBy(audience: Audience, child: string): string {
  switch (audience) {
    case 'everyone_at_my_review':
      return t('{child}, and the people at the review', { child });
    case 'my_iro_and_social_worker':
      return t('the IRO and the social worker, not {child}', { child });
    case 'only_my_iro':
      return t('the IRO only');
  }
}

/** As a heading over what was written. */
export function seenByHeading(audience: Audience, child: string): string {
  switch (audience) {
    case 'everyone_at_my_review':
      return t('{child} and the people at the review', { child });
    case 'my_iro_and_social_worker':
      return t('The IRO and the social worker');
    case 'only_my_iro':
      return t('Only the IRO');
  }
}

/** What that means, for choosing. */
export function seenByMeans(audience: Audience, child: string): string {
  switch (audience) {
    case 'everyone_at_my_review':
      return t('The IRO can share it with {child} and the people who come.', { child });
    case 'my_iro_and_social_worker':
      return t('Not {child}, and nobody else at the review.', { child });
    case 'only_my_iro':
      return t('A private note. Nobody else is told.');
  }
}
