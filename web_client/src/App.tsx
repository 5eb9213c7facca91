/** Shows the screen of this address, or the way in for whoever is not signed in. */
import { useEffect, useState } from 'preact/hooks';
import { asProblem, Problem } from './api';
import type { Route } from './routes';
import { routesOf, screenOf } from './screens';
import { startProblem } from './shell';
import { Page, ProblemNotice, type Screen, Skeleton } from './ui';
import { lazy } from './ui/lazy';
import { NothingHere } from './ui/NothingHere';
import { match, place } from './ui/router';
import { session } from './ui/session';
import { language, need, t } from './words';

const SignIn = lazy(() => import('./sign_in').then(ways => ways.SignIn), Waiting);
const SecondStep = lazy(() => proof().then(screens => screens.SecondStep), Waiting);
const proof = async () => {
  await need('proof');
  return import('./proof');
};
const Told = lazy(() => proof().then(screens => screens.Told), Waiting);
const LeaveForCouncil = lazy(() => proof().then(screens => screens.LeaveForCouncil), Waiting);
const BackFromCouncil = lazy(() => proof().then(screens => screens.BackFromCouncil), Waiting);
const guests = async () => {
  await need('meeting', 'live');
  return import('./join');
};
const JoinMeeting = lazy(() => guests().then(screens => screens.JoinMeeting), Waiting);
const BigScreen = lazy(() => guests().then(screens => screens.BigScreen), Waiting);
const Join = lazy(() => import('./sign_in').then(ways => ways.Join), Waiting);

const LockScreen = lazy(() => import('./phone/locking').then(lock => lock.LockScreen), Waiting);

type Shown = { route: Route; screen: Screen };

export function App() {
  const { me, next, shut } = session.value;
  const path = place.value;
  if (shut) return <LockScreen />;
  if (next && !me) return <SecondStep asked={next} />;
  if (path === '/join') return <Join />;
  if (path === '/room') return <JoinMeeting />;
  if (path === '/screen') return <BigScreen />;
  if (path === '/council' && !me) return <LeaveForCouncil />;
  if (path === '/signed-on') return <BackFromCouncil />;
  if (startProblem.value && !me) return <NotReached problem={startProblem.value} />;
  if (!me) return <SignIn />;
  if (me.notices?.length) return <Told me={me} />;
  const routes = routesOf(me.job);
  if (!routes) return <NotReached problem={new Problem({ code: 'offline' })} />;
  const route = routes.find(one => match(one.path, path));
  if (!route) return <NothingHere />;
  return <Routed key={language.value} route={route} />;
}

function Routed({ route }: { route: Route }) {
  const { me } = session.value;
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let current = true;
    Promise.all([screenOf(route), need(...route.words)]).then(
      ([screen]) => current && setShown({ route, screen }),
      error => current && setProblem(asProblem(error)),
    );
    return () => {
      current = false;
    };
  }, [route]);
  if (problem) return <NotReached problem={problem} />;
  if (!me || shown?.route !== route) return <Waiting />;
  const { screen: Shown } = shown;
  return <Shown me={me} params={match(route.path, place.value) ?? {}} />;
}

function Waiting() {
  return (
    <Page title="Cadair" titleHidden>
      <Skeleton lines={2} tall />
    </Page>
  );
}

function NotReached({ problem }: { problem: Problem }) {
  return (
    <Page title={t('We cannot reach Cadair')}>
      <ProblemNotice problem={problem} onRetry={() => location.reload()} />
    </Page>
  );
}
