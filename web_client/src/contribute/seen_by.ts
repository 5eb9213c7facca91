/** Who will see what an adult writes, in one plain line, with the child's name in it. */
import type { Audience } from '../api';
import { t } from '../words';

export const AUDIENCES: Audience[] = [
  'everyone_at_my_review',
  'my_iro_and_social_worker',
  'only_my_iro',
];

/** After "Who will see this:". Whatever is chosen, nobody but the IRO has it until the IRO shares it. */
export function seenBy(audience: Audience, child: string): string {
  switch (audience) {
    case 'everyone_at_my_review':
      return t('The IRO. They can share it with {child} and the people at the review.', { child });
    case 'my_iro_and_social_worker':
      return t('The IRO. They can share it with the social worker, not with {child}.', { child });
    case 'only_my_iro':
      return t('Only the IRO.');
  }
}

/** On a part that is closed: the same in few words. */
export function seenByShortly(audience: Audience, child: string): string {
  switch (audience) {
    case 'everyone_at_my_review':
      return t('The IRO can share it');
    case 'my_iro_and_social_worker':
      return t('Not for {child}', { child });
    case 'only_my_iro':
      return t('Only the IRO');
  }
}

/** As a heading over what was written, and to choose. */
export function seenByHeading(audience: Audience, child: string): string {
  switch (audience) {
    case 'everyone_at_my_review':
      return t('The IRO can share it with {child} and the people at the review', { child });
    case 'my_iro_and_social_worker':
      return t('The IRO can share it with the social worker');
    case 'only_my_iro':
      return t('Only the IRO');
  }
}

/** What that means. */
export function seenByMeans(audience: Audience, child: string): string {
  switch (audience) {
    case 'everyone_at_my_review':
      return t('The IRO reads it first. Nobody else sees it until the IRO shares it.');
    case 'my_iro_and_social_worker':
      return t('Not with {child}, and with nobody else at the review.', { child });
    case 'only_my_iro':
      return t('A private note: only for the IRO, or whoever stands in for them.');
  }
}
