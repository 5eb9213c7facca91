/** The circle of chairs: the people around me. */
import type { Me, MyReview } from '../api';
import { Card, CircleOfChairs } from '../ui';
import { t } from '../words';
import { isKnownWhoComes, seatsOf } from './seats';

export function Circle({ review, me }: { review: MyReview; me: Me }) {
  const known = isKnownWhoComes(review);
  const title = known ? t('Who is coming') : t('My circle');
  return (
    <Card title={title}>
      <p class="soft">
        {known
          ? t('You can say who you want there, and who not.')
          : t('These people are asked what they think too.')}
      </p>
      <CircleOfChairs label={title} seats={seatsOf(review, me)} />
    </Card>
  );
}
