/** The officer answers every wish and writes decisions: what last time left open comes first. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { type Outcomes as Facts, outcomesApi } from '../api/outcomes';
import { AdjournedNotice, useAdjourned } from '../desk/Adjourned';
import { ReviewPage } from '../desk/ReviewPage';
import { Button, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { wear } from '../ui/wear';
import { formatDate, t } from '../words';
import { DecisionCard } from './DecisionCard';
import { DecisionForm } from './DecisionForm';
import css from './outcomes.css?inline';
import { ShareAll } from './ShareAll';
import { Wish } from './Wish';

wear(css);

export type PartProps = { facts: Facts; again: () => void };

export function Outcomes({ params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const loaded = useLoaded(() => outcomesApi.outcomes(reviewId), [reviewId]);
  const facts = loaded.value;
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={facts?.child.id ?? null}
      here="outcomes"
      facts={facts}
      title={t('Answers and decisions')}
      tab={t('Answers and decisions')}
      lead={facts ? lead(facts) : null}
      width="wide"
    >
      {loaded.state === 'loading' && <Skeleton lines={4} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {facts && <Whole facts={facts} again={loaded.again} />}
    </ReviewPage>
  );
}

function lead({ child, answer_by: by }: Facts): string {
  const name = child.called;
  return by
    ? t('Every wish of {name} gets an answer, by {day}.', { name, day: formatDate(by) })
    : t('Every wish of {name} gets an answer.', { name });
}

function Whole(part: PartProps) {
  const { last_time: last, wishes, decisions, child } = part.facts;
  const adjourned = useAdjourned(part.facts.review_id);
  const hasLast = last.wishes.length + last.decisions.length > 0;
  return (
    <div class="outcomes">
      <AdjournedNotice adjourned={adjourned} />
      {hasLast && (
        <section class="outcomes__part" aria-labelledby="last-time">
          <h2 id="last-time">{t('Open from last time')}</h2>
          {last.decisions.map(decision => (
            <DecisionCard key={decision.id} decision={decision} {...part} />
          ))}
          {last.wishes.map(wish => (
            <Wish key={wish.id} wish={wish} {...part} />
          ))}
        </section>
      )}
      <section class="outcomes__part" aria-labelledby="wishes">
        <h2 id="wishes">{t('What {name} wishes for', { name: child.called })}</h2>
        {wishes.length === 0 && (
          <p class="table__empty">{t('Nothing was wished for at this review.')}</p>
        )}
        {wishes.map(wish => (
          <Wish key={wish.id} wish={wish} {...part} />
        ))}
      </section>
      <section class="outcomes__part" aria-labelledby="decisions">
        <h2 id="decisions">{t('Decisions')}</h2>
        {decisions.map(decision => (
          <DecisionCard key={decision.id} decision={decision} {...part} />
        ))}
        <Another {...part} />
      </section>
      {!adjourned && <ShareAll {...part} />}
    </div>
  );
}

function Another(part: PartProps) {
  const [open, setOpen] = useState(false);
  if (open) return <DecisionForm {...part} onDone={() => setOpen(false)} />;
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('Add a decision')}</Button>
    </div>
  );
}
