/** The meeting at the desk: what is on the child's screen, what the law wants covered, notes, and who is here. */
import { useEffect, useState } from 'preact/hooks';
import { api, asProblem, type Problem, useLoaded } from '../api';
import { type LiveState, live } from '../api/live';
import { meetingApi, type OfficerMeeting } from '../api/meeting';
import { ReviewPage } from '../desk/ReviewPage';
import type { LiveRoom } from '../drafts/live_room';
import { usePartRoom } from '../drafts/use_live';
import { Button, Notice, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { Aloud } from '../ui/live/Aloud';
import { useComingIn } from '../ui/live/come_in';
import { useFocusKept } from '../ui/live/focus_kept';
import { calledIn } from '../ui/live/seats';
import { isOver, notBegun, type Step, shownState } from '../ui/live/state';
import { stepsOf } from '../ui/live/steps';
import { useWakeLock } from '../ui/live/wake_lock';
import { useStaying } from '../ui/staying';
import { wear } from '../ui/wear';
import { t } from '../words';
import { Course } from './Course';
import { Covered } from './Covered';
import { Ending } from './Ending';
import { HowItWent } from './HowItWent';
import css from './live_desk.css?inline';
import { Now } from './Now';
import { ReadingBack } from './ReadingBack';
import { WhoIsHere } from './WhoIsHere';

wear(css);

/** What the parts of the desk share. */
export type Desk = {
  reviewId: string;
  partId: string;
  called: string;
  room: LiveRoom;
  state: LiveState;
  steps: Step[];
  facts: OfficerMeeting;
  me: string;
  code: string | null;
  setCode: (code: string | null) => void;
};

export function LiveDesk({ me, params }: ScreenProps) {
  const { reviewId = '', partId = '' } = params;
  const room = usePartRoom(reviewId, partId);
  const plan = useLoaded(() => meetingApi.ofChild(reviewId), [reviewId]);
  const review = useLoaded(() => api.review(reviewId).then(({ value }) => value), [reviewId]);
  const child = review.value?.child ?? null;
  const called = child?.called ?? t('the child');
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={child?.id ?? null}
      here="meeting"
      facts={review.value}
      title={child ? t('{name}’s meeting', { name: called }) : t('The meeting')}
      tab={t('The meeting')}
    >
      {plan.state === 'loading' && <Skeleton lines={4} tall />}
      {plan.state === 'problem' && <ProblemNotice problem={plan.problem} onRetry={plan.again} />}
      {plan.state === 'ready' && (
        <Whole {...{ reviewId, partId, called, room }} facts={plan.value} me={me.id} />
      )}
    </ReviewPage>
  );
}

type WholeProps = Pick<Desk, 'reviewId' | 'partId' | 'called' | 'room' | 'facts' | 'me'>;

function Whole(props: WholeProps) {
  const { room, facts, me, called } = props;
  const { told, waiting, line, refused } = room.shown.value;
  const [code, setCode] = useState<string | null>(null);
  const state = shownState(told?.state ?? notBegun(), waiting, me);
  const runs = state.phase === 'running' || state.phase === 'paused';
  useWakeLock(runs);
  useStaying(runs);
  useFocusKept();
  useComingIn(told?.state ?? null, me, saying => room.say(saying));
  const apart = facts.plan?.agenda.filter(item => item.private).map(item => item.id) ?? [];
  const steps = told ? stepsOf(told.plan, apart) : [];
  const desk: Desk = { ...props, state, steps, code, setCode };
  useEffect(() => {
    // Opening what is open changes nothing, and tells the code again.
    if (runs && !code)
      live.open(props.reviewId, props.partId).then(
        one => setCode(one.code),
        () => {},
      );
  }, [runs]);
  const names = {
    step: (key: string | null) => steps.find(one => one.key === key)?.title ?? '',
    lead: (key: string) => (key === 'child' ? called : calledIn(state, key, me)),
  };
  if (!runs) {
    return (
      <>
        <Aloud state={state} names={names} />
        <Door desk={desk} />
      </>
    );
  }
  return (
    <>
      <Aloud state={state} names={names} />
      {line === 'away' && (
        <Notice tone="care" announced>
          {t('No internet just now. What you do here is kept, and goes by itself.')}
        </Notice>
      )}
      {refused && <ProblemNotice problem={refused} onRetry={() => void room.letGo()} />}
      {state.not_ok && (
        <Notice tone="stop" title={t('{name} is not OK', { name: called })} announced>
          <p>{t('They told only you and their helper. Nobody else in the room can see it.')}</p>
          <div class="row">
            <Button onClick={() => void room.say({ kind: 'paused', minutes: null })}>
              {t('Take a break')}
            </Button>
            <Button kind="quiet" onClick={() => void room.say({ kind: 'not_ok', up: false })}>
              {t('I have seen to it')}
            </Button>
          </div>
        </Notice>
      )}
      <div class="live-desk">
        <Course desk={desk} />
        <div class="live-desk__main">
          <Now desk={desk} />
          <ReadingBack desk={desk} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it */}
        <aside class="live-desk__side" tabIndex={0} aria-label={t('The room')}>
          <WhoIsHere desk={desk} />
          <Covered desk={desk} />
          <Ending desk={desk} />
        </aside>
      </div>
    </>
  );
}

/** Before it is opened, and after it has ended. */
function Door({ desk }: { desk: Desk }) {
  const { reviewId, partId, called, room, state, setCode } = desk;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function open() {
    setBusy(true);
    setProblem(null);
    try {
      const opened = await live.open(reviewId, partId);
      setCode(opened.code);
      room.enter(opened.snapshot);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }
  const over = isOver(state);
  return (
    <section class="live-desk__door" aria-labelledby="door">
      <h2 id="door">{doorSays(state)}</h2>
      <p>
        {over
          ? t('What was said, ticked and read back is kept with this review.')
          : t('Opening it shows a code for those without an account, and starts {name}’s screen.', {
              name: called,
            })}
      </p>
      {over && <HowItWent desk={desk} />}
      {problem && <ProblemNotice problem={problem} onRetry={() => void open()} />}
      <div class="row">
        <Button kind={over ? 'quiet' : 'main'} busy={busy} onClick={() => void open()}>
          {over ? t('Open it again') : t('Open the meeting')}
        </Button>
      </div>
    </section>
  );
}

function doorSays({ phase }: LiveState): string {
  if (phase === 'ended') return t('The meeting is over');
  if (phase === 'adjourned') return t('Stopped, to go on another day');
  return t('The meeting is not open yet');
}
