/** "Say what I think": finds my review, its questions and my draft, then shows the screen of this address. */
import { useEffect } from 'preact/hooks';
import { type Contribution, type MyReview, useLoaded } from '../api';
import { navigate, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { loadQuestionSet } from '../ui/question';
import { t } from '../words';
import { HowScreen } from './HowScreen';
import { around, questionKey, questionPath, topicStates } from './journey';
import { Nothing } from './Nothing';
import { NotShown } from './NotShown';
import { OverviewScreen } from './OverviewScreen';
import { QuestionScreen } from './QuestionScreen';
import { ShareScreen } from './ShareScreen';
import { ThanksScreen } from './ThanksScreen';
import { reviewOf, useContributions, useMyViews, useReviews } from './use_my_views';

export function SayWhatIThink({ me, params }: ScreenProps) {
  const reviews = useReviews();
  const shared = useContributions();
  // What was shared is what a first change begins from: nothing can be answered before it is known.
  if (reviews.state === 'loading' || shared.state === 'loading') return <Waiting />;
  if (reviews.state === 'problem') {
    return (
      <Page title={t('Say what I think')} back={{ to: '/' }}>
        <ProblemNotice problem={reviews.problem} onRetry={reviews.again} />
      </Page>
    );
  }
  const review = reviewOf(reviews.value.reviews);
  const contributions = shared.value?.contributions ?? null;
  if (!review?.can_share)
    return <Nothing hasShared={Boolean(contributions?.length)} review={review} />;
  return (
    <Journey
      key={review.id}
      me={me}
      review={review}
      contributions={contributions}
      lookAgain={shared.again}
      at={params.rest ?? ''}
    />
  );
}

type JourneyProps = Pick<ScreenProps, 'me'> & {
  review: MyReview;
  contributions: Contribution[] | null;
  lookAgain: () => void;
  /** What follows /say/ in the address. */
  at: string;
};

function Journey({ me, review, contributions, lookAgain, at }: JourneyProps) {
  const views = useMyViews(me, review, contributions, lookAgain);
  const { form, form_version } = views.content;
  const set = useLoaded(() => loadQuestionSet(form, form_version), [form, form_version]);
  if (set.state === 'problem') {
    return (
      <Page title={t('Say what I think')} back={{ to: '/' }}>
        <ProblemNotice problem={set.problem} onRetry={set.again} />
      </Page>
    );
  }
  if (set.state === 'loading' || set.value.key !== form) return <Waiting />;
  if (views.hidden && at !== 'thanks') return <NotShown />;
  const screen = { views, set: set.value };
  if (at === 'share') return <ShareScreen {...screen} />;
  if (at === 'thanks') return <ThanksScreen {...screen} />;
  if (at === 'how') return <HowScreen {...screen} />;
  if (around(set.value, questionKey(at)))
    return <QuestionScreen {...screen} questionKey={questionKey(at)} />;
  const topic = topicStates(set.value, views.content.answers, views.passed).find(
    one => one.topic.key === at,
  );
  if (topic) return <GoTo path={questionPath(topic.next)} />;
  return <OverviewScreen {...screen} />;
}

function GoTo({ path }: { path: string }) {
  useEffect(() => navigate(path, { replace: true }), [path]);
  return <Waiting />;
}

function Waiting() {
  return (
    <Page title={t('Say what I think')} titleHidden>
      <Skeleton lines={3} tall />
    </Page>
  );
}
