/** One review to add to: writing, looking it over, and what was sent. */
import { useEffect } from 'preact/hooks';
import { api, type Me, type MyReview, useLoaded } from '../api';
import { isEmpty, lastShared, useDraft, useKept } from '../drafts';
import { Notice, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { loadQuestionSet } from '../ui/question';
import { t } from '../words';
import { LookOver } from './LookOver';
import { observationOf } from './observation';
import { reviewsFor } from './reviews_of';
import { Sent } from './Sent';
import type { StepProps } from './step_props';
import { Writing } from './Writing';

export function Contribute({ me, params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const steps = (params.rest ?? '').split('/').filter(Boolean);
  const kept = me.job === 'reviewing_officer' ? `review_${reviewId}` : 'my_reviews';
  const mine = useKept(kept, () => reviewsFor(me, reviewId));
  const review = mine.value?.reviews.find(one => one.id === reviewId);
  if (review) {
    const observation = steps[0] === 'observation' || review.form === 'observation';
    const base = `/add/${reviewId}${steps[0] === 'observation' ? '/observation' : ''}`;
    return (
      <OfReview
        key={base}
        me={me}
        review={observation ? observationOf(review) : review}
        place={{ base, observation }}
        step={steps.at(-1) ?? ''}
      />
    );
  }
  return (
    <Page title={t('The review')} titleHidden={mine.state === 'loading'} back={{ to: '/' }}>
      {mine.state === 'loading' && <Skeleton lines={3} tall />}
      {mine.state === 'problem' && <ProblemNotice problem={mine.problem} onRetry={mine.again} />}
      {mine.state === 'ready' && <p>{t('There is nothing here that you can see.')}</p>}
    </Page>
  );
}

type OfReviewProps = { me: Me; review: MyReview; place: StepProps['place']; step: string };

function OfReview({ me, review, place, step }: OfReviewProps) {
  const draft = useDraft(review);
  const said = useKept('my_contributions', () => api.myContributions());
  const { form, form_version } = draft.content.form === review.form ? draft.content : review;
  const set = useLoaded(() => loadQuestionSet(form, form_version), [form, form_version]);
  const shared = lastShared(review, said.value?.contributions ?? []);
  const again = said.again;
  // What has just arrived on the server is read from there.
  useEffect(() => {
    if (draft.state === 'shared') again();
  }, [draft.state]);

  const title = place.observation
    ? t('How {child} shows what they like', { child: review.child.called })
    : t('{child}’s review', { child: review.child.called });
  const opening =
    draft.state === 'opening' || (said.state === 'loading' && draft.state !== 'shared');
  if (set.state === 'problem') {
    return (
      <Page title={title} back={{ to: '/' }}>
        <ProblemNotice problem={set.problem} onRetry={set.again} />
      </Page>
    );
  }
  if (set.state === 'loading' || opening) {
    return (
      <Page title={title} back={{ to: '/' }}>
        <Skeleton lines={3} tall />
      </Page>
    );
  }
  const hasWords = Object.values(draft.content.answers).some(answer => !isEmpty(answer));
  const onItsWay = draft.state === 'waiting_to_send' || draft.state === 'shared';
  const all = { me, review, draft, shared, set: set.value, place, title };
  if (step === 'look' && review.can_share && !onItsWay) return <LookOver {...all} />;
  if (onItsWay || (shared && (step === 'sent' || !hasWords))) {
    return <Sent {...all} onChanged={again} />;
  }
  if (!review.can_share) {
    return (
      <Page title={title} back={{ to: '/' }}>
        <Notice>
          <p>
            {review.stage === 'planned'
              ? t('You can write when the review comes nearer.')
              : t('This review takes no more views.')}
          </p>
        </Notice>
      </Page>
    );
  }
  return <Writing {...all} />;
}
