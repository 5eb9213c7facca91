/** How a child wants their meeting, beside what the review must cover: each request is answered with a reason. */
import { api, useLoaded } from '../api';
import { meetingApi, type OfficerMeeting } from '../api/meeting';
import { levelMeans } from '../desk/meeting_names';
import { ReviewPage } from '../desk/ReviewPage';
import { Notice, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import { AddMatter } from './AddMatter';
import { Agenda } from './Agenda';
import { Covered } from './Covered';
import css from './MeetingPlan.css?inline';
import { Requests } from './Requests';
import { RulesAndScript } from './RulesAndScript';

wear(css);

export function MeetingPlan({ params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const plan = useLoaded(() => meetingApi.ofChild(reviewId), [reviewId]);
  const review = useLoaded(() => api.review(reviewId).then(({ value }) => value), [reviewId]);
  const child = review.value?.child ?? null;
  const called = child?.called ?? t('the child');
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={child?.id ?? null}
      here="plan"
      facts={plan.value}
      title={child ? t('{name}’s own plan', { name: called }) : t('The child’s own plan')}
      tab={t('The child’s own plan')}
      lead={t('How the child wants the meeting. Your answers and reasons go to the child.')}
    >
      {plan.state === 'loading' && <Skeleton lines={4} tall />}
      {plan.state === 'problem' && <ProblemNotice problem={plan.problem} onRetry={plan.again} />}
      {plan.state === 'ready' && (
        <Whole reviewId={reviewId} facts={plan.value} called={called} again={plan.again} />
      )}
    </ReviewPage>
  );
}

export type PartProps = {
  reviewId: string;
  facts: OfficerMeeting;
  /** What the child is called. */
  called: string;
  again: () => void;
};

function Whole(props: PartProps) {
  const { facts, called } = props;
  return (
    <div class="meeting-plan">
      <div class="meeting-plan__main">
        {facts.plan ? (
          <>
            <section class="meeting-plan__level" aria-labelledby="level">
              <h2 id="level">{t('How much {name} leads', { name: called })}</h2>
              <p>
                <strong>{levelMeans(facts.plan.level)}</strong>
              </p>
              <p class="soft">
                {t(
                  'Whoever leads, you stay responsible for the review. The child is told so, and can change this at any time.',
                )}
              </p>
            </section>
            <Requests {...props} />
            <Agenda {...props} />
            <RulesAndScript {...props} />
          </>
        ) : (
          <Notice>
            <p>{t('{name} has not planned anything yet.', { name: called })}</p>
          </Notice>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it */}
      <aside class="meeting-plan__side" tabIndex={0} aria-label={t('What must be covered')}>
        <Covered {...props} />
        <AddMatter {...props} />
      </aside>
    </div>
  );
}
