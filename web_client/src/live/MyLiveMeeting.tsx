/** My meeting while it runs: one thing at a time, my lines, and what I need. It works without internet too. */
import { api, type Me, type Problem } from '../api';
import { meetingApi } from '../api/meeting';
import { useKept } from '../drafts';
import type { LiveRoom } from '../drafts/live_room';
import { usePartRoom } from '../drafts/use_live';
import { Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { Aloud } from '../ui/live/Aloud';
import { Break } from '../ui/live/Break';
import { useComingIn } from '../ui/live/come_in';
import { useFocusKept } from '../ui/live/focus_kept';
import { calledIn, seatsOf } from '../ui/live/seats';
import { isOver, notBegun, placeIn, readingBack, shownState, speaker } from '../ui/live/state';
import { WordAsked } from '../ui/live/WordAsked';
import { useWakeLock } from '../ui/live/wake_lock';
import { ChairsInARow } from '../ui/meeting/ChairsInARow';
import { partAt, reviewAhead } from '../ui/meeting/own_parts';
import { NothingHere } from '../ui/NothingHere';
import { useStaying } from '../ui/staying';
import { t } from '../words';
import { Begin } from './Begin';
import { Controls } from './Controls';
import { IsThisRight } from './IsThisRight';
import { ItIsOver } from './ItIsOver';
import { LineSays } from './LineSays';
import { MyTurn } from './MyTurn';
import { type Mine, mySteps, planNow } from './mine';
import { Needs } from './Needs';

export function MyLiveMeeting({ me, params }: ScreenProps) {
  const reviews = useKept('my_reviews', () => api.myReviews());
  if (reviews.state === 'problem') return <NotReached {...reviews} />;
  const review = reviewAhead(reviews.value?.reviews ?? []);
  const part = review && partAt(review, params.rest ?? '');
  if (part) return <OfPart key={part.id} me={me} reviewId={review.id} partId={part.id} />;
  return reviews.asked ? <NothingHere /> : <Waiting />;
}

type OfPartProps = { me: Me; reviewId: string; partId: string };

function OfPart({ me, reviewId, partId }: OfPartProps) {
  const room = usePartRoom(reviewId, partId);
  const facts = useKept(`meeting_plan/${reviewId}`, () => meetingApi.mine(reviewId));
  if (facts.state === 'problem') return <NotReached {...facts} />;
  if (facts.state === 'loading') return <Waiting />;
  return <Running room={room} mine={{ me, reviewId, facts: facts.value }} />;
}

function NotReached({ problem, again }: { problem: Problem; again: () => void }) {
  return (
    <Page title={t('My meeting')} back={{ to: '/meeting', label: t('My plan') }}>
      <ProblemNotice problem={problem} onRetry={again} />
    </Page>
  );
}

function Waiting() {
  return (
    <Page title={t('My meeting')} titleHidden>
      <Skeleton lines={3} tall />
    </Page>
  );
}

type RunningProps = { room: LiveRoom; mine: Omit<Mine, 'room' | 'state' | 'steps' | 'at'> };

function Running({ room, mine: known }: RunningProps) {
  const { told, waiting, line, problem, refused } = room.shown.value;
  const { me, facts } = known;
  const begins = { ...notBegun(), level: facts.plan?.level ?? notBegun().level };
  const state = shownState(told?.state ?? begins, waiting, me.id);
  const steps = mySteps(planNow(facts, state.level), facts, me.called);
  const mine: Mine = { ...known, room, state, steps, at: placeIn(steps, state) };
  const runs = state.phase === 'running' || state.phase === 'paused';
  useWakeLock(runs);
  useComingIn(told?.state ?? null, me.id, saying => room.say(saying));
  useStaying(runs);
  useFocusKept();
  const step = steps[mine.at];
  const lit = runs ? speaker(step, state) : '';
  const names = {
    step: (key: string | null) => steps.find(one => one.key === key)?.title ?? '',
    lead: (key: string) => calledIn(state, key, me.id),
  };
  return (
    <Page
      title={t('My meeting')}
      titleHidden
      back={{ to: '/meeting', label: t('My plan') }}
      above={<LineSays line={line} waiting={waiting.length} told={told !== null} />}
    >
      <Aloud state={state} names={names} />
      {state.people.length > 0 && state.phase !== 'paused' && (
        <ChairsInARow label={t('Who is here')} seats={seatsOf(state, lit, me.id)} />
      )}
      {refused && <ProblemNotice problem={refused} onRetry={() => void room.letGo()} />}
      {runs && state.word && (
        <WordAsked word={state.word.word} onDone={() => void room.say({ kind: 'word_done' })} />
      )}
      <Stage mine={mine} away={line === 'away'} closed={problem !== null} />
    </Page>
  );
}

/** One thing at a time. */
function Stage({ mine, away, closed }: { mine: Mine; away: boolean; closed: boolean }) {
  const { state, room } = mine;
  if (isOver(state)) return <ItIsOver mine={mine} />;
  if (state.phase === 'waiting' || state.item === null)
    return <Begin mine={mine} away={away} closed={closed} />;
  const asked = readingBack(state);
  return (
    <>
      {state.phase === 'paused' ? (
        <Break minutes={state.pause_minutes} onGoOn={() => void room.say({ kind: 'resumed' })} />
      ) : asked ? (
        <IsThisRight key={asked.id} asked={asked} room={room} />
      ) : (
        <MyTurn mine={mine} />
      )}
      <Needs mine={mine} />
      {state.phase === 'running' && !asked && <Controls mine={mine} />}
    </>
  );
}
