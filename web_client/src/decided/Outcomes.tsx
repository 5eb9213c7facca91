/** What came of my reviews: the answers to my wishes, and what was decided as steps, the newest first. */
import { decided, type ToldReview, type ToldWish } from '../api/decided';
import { useKept } from '../drafts';
import { Notice, ProblemNotice, Skeleton } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import { DecisionPath } from './DecisionPath';
import css from './Outcomes.css?inline';
import { reviewName } from './said';
import { Wishes } from './Wishes';

wear(css);

export function Outcomes() {
  const told = useKept('outcomes', decided.outcomes);
  const reviews = told.value ? heldFirst(told.value.reviews) : [];
  const allWishes = reviews.flatMap(one => one.wishes);
  return (
    <>
      {told.keptAt && (
        <Notice tone="care">{t('No internet. This is from your last visit.')}</Notice>
      )}
      {told.state === 'loading' && <Skeleton lines={4} tall />}
      {told.state === 'problem' && <ProblemNotice problem={told.problem} onRetry={told.again} />}
      {told.state === 'ready' && reviews.length === 0 && (
        <p>{t('Nothing is decided yet. When it is, it will be here.')}</p>
      )}
      {reviews.map((review, index) => (
        <OfReview key={review.review_id} review={review} allWishes={allWishes} open={index < 2} />
      ))}
    </>
  );
}

/** What has an answer comes before what waits for the next review; each the newest first. */
function heldFirst(reviews: ToldReview[]): ToldReview[] {
  return [...reviews.filter(one => one.held_on), ...reviews.filter(one => !one.held_on)];
}

type Props = { review: ToldReview; allWishes: ToldWish[]; open: boolean };

function OfReview({ review, allWishes, open }: Props) {
  const { review_id, wishes, decisions, answer_by } = review;
  return (
    <details class="came-of" open={open}>
      <summary>
        <h2 id={`of-${review_id}`}>
          {reviewName({ id: review_id, held_on: review.held_on, due_by: null })}
        </h2>
      </summary>
      {decisions.length > 0 && (
        <section class="stack" aria-labelledby={`path-${review_id} of-${review_id}`}>
          <h3 id={`path-${review_id}`}>{t('What happens now')}</h3>
          <DecisionPath decisions={decisions} wishes={allWishes} />
        </section>
      )}
      {wishes.length > 0 && (
        <section class="stack" aria-labelledby={`wishes-${review_id} of-${review_id}`}>
          <h3 id={`wishes-${review_id}`}>{t('What I asked for')}</h3>
          <Wishes wishes={wishes} answerBy={answer_by} />
        </section>
      )}
    </details>
  );
}
