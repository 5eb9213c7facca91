/** The review that comes next: by when and why, when it is planned, and what can be done for it. */
import type { ChildFacts, ChildReview } from '../api';
import { Chip } from '../desk/Chip';
import { dayAndTime } from '../desk/due';
import { reviewKindName, reviewNumber, stageName } from '../desk/names';
import { ENDINGS, endingName, whyDue } from '../desk/sooner';
import { Chair, LinkButton } from '../ui';
import { daysBetween, formatDate, formatDay, t, tn, todayHere } from '../words';
import { EndReview } from './EndReview';

type Props = { child: ChildFacts; officer: boolean; onChanged: () => void };

export function NextReview({ child, officer, onChanged }: Props) {
  const review = child.reviews.find(one => !one.over_on && !one.held_on);
  if (!review) {
    const ended = endedByHand(child);
    return (
      <section class="next next--none" aria-labelledby="next">
        <h2 id="next">{t('No review is due')}</h2>
        <p>{ended ?? t('The law asks for no review of this child just now.')}</p>
      </section>
    );
  }
  return (
    <section class="next" aria-labelledby="next">
      <div class="next__chair">
        <Chair look={child.chair} size={112} />
      </div>
      <p class="next__kind">
        {review.sequence
          ? t('{number}, {kind}', {
              number: reviewNumber(review.sequence),
              kind: reviewKindName(review.kind).toLocaleLowerCase(),
            })
          : reviewKindName(review.kind)}
        <Chip>{stageName(review.stage)}</Chip>
      </p>
      <h2 id="next">{review.meets_at ? dayAndTime(review.meets_at) : t('No date yet')}</h2>
      {review.due_by && <Due review={review} dueBy={review.due_by} />}
      {officer && (
        <div class="row">
          <LinkButton kind="main" to={`/reviews/${review.id}/summary`}>
            {t('What people say')}
          </LinkButton>
          <LinkButton to={`/reviews/${review.id}/plan`}>{t('Plan the review')}</LinkButton>
          <LinkButton to={`/reviews/${review.id}/days`}>{t('Hold it, or move it')}</LinkButton>
          {review.stage !== 'planned' && child.band === 'under_4' && (
            <LinkButton kind="quiet" to={`/add/${review.id}/observation`}>
              {t('Write an observation')}
            </LinkButton>
          )}
          <EndReview review={review} onEnded={onChanged} />
        </div>
      )}
    </section>
  );
}

/** The law may still ask for a review that an officer has ended. */
function endedByHand({ reviews }: ChildFacts): string | null {
  const because = reviews[0]?.ended_because;
  if (!because || !ENDINGS.some(ending => ending === because)) return null;
  return t(
    'It was ended here: {why}. It comes back if the case system still says in care after 28 days.',
    { why: endingName(because).toLocaleLowerCase() },
  );
}

function Due({ review, dueBy }: { review: ChildReview; dueBy: string }) {
  const left = daysBetween(todayHere(), dueBy);
  const year = dueBy.slice(0, 4) === todayHere().slice(0, 4);
  return (
    <div class="next__due">
      <p>
        <strong>{t('Due by {day}', { day: year ? formatDay(dueBy) : formatDate(dueBy) })}</strong>{' '}
        {left < 0 ? (
          <Chip tone="late">{tn('{n} day late', '{n} days late', -left)}</Chip>
        ) : (
          <Chip tone={left <= 7 ? 'soon' : 'plain'}>
            {left === 0 ? t('Today') : tn('in {n} day', 'in {n} days', left)}
          </Chip>
        )}
      </p>
      {review.reason && <p class="soft">{whyDue(review.reason)}</p>}
    </div>
  );
}
