/** That a review is adjourned: until when, why, and that nothing of it goes out before. */
import { useLoaded } from '../api';
import { holding, type ReviewClock } from '../api/holding';
import { Notice } from '../ui';
import { formatDay, t } from '../words';

type Adjourned = NonNullable<ReviewClock['adjourned']>;

/** Of a review that waits to be complete; null of any other, and while it is not known. */
export function useAdjourned(reviewId: string): Adjourned | null {
  const clock = useLoaded(() => holding.clock(reviewId), [reviewId]).value;
  return clock && !clock.held_on ? clock.adjourned : null;
}

export function AdjournedNotice({ adjourned }: { adjourned: Adjourned | null }) {
  if (!adjourned) return null;
  return (
    <Notice tone="care">
      <p>
        <strong>
          {t('Adjourned until {day}. Nothing of it may be carried out before then.', {
            day: formatDay(adjourned.until),
          })}
        </strong>
      </p>
      <p dir="auto">{adjourned.why}</p>
    </Notice>
  );
}
