/** What somebody of the circle sees: their own screens with their own answers, and nothing that can be pressed. */
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Contribution, useLoaded } from '../api';
import { circleApi, type SeenAs } from '../api/circle';
import { DeskPage } from '../desk/DeskPage';
import { type Looked, Looking } from '../drafts';
import { ROUTES } from '../routes';
import { screenOf } from '../screens';
import { icons, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import type { Params } from '../ui/router';
import { t } from '../words';
import './seen_by.css';

type Shown = { key: string; say: string; path: string; params: Params };

export function SeenBy({ params }: ScreenProps) {
  const { childId = '', personId = '' } = params;
  const seen = useLoaded(() => circleApi.seenAs(childId, personId), [childId, personId]);
  if (seen.value) return <Look seen={seen.value} childId={childId} />;
  return (
    <DeskPage
      title={t('What they see')}
      tab={t('What they see')}
      back={{ to: `/children/${childId}/circle`, label: t('The circle') }}
      places={[]}
    >
      {seen.state === 'loading' && <Skeleton lines={4} tall />}
      {seen.state === 'problem' && <ProblemNotice problem={seen.problem} onRetry={seen.again} />}
    </DeskPage>
  );
}

function Look({ seen, childId }: { seen: SeenAs; childId: string }) {
  const screens = screensOf(seen);
  const [chosen, setChosen] = useState(screens[0]);
  const shown = chosen ?? screens[0];
  return (
    <div class="look">
      <section class="look__banner" aria-label={t('You are looking')}>
        <p>
          <icons.Eye />
          <strong>{t('You see what {name} sees.', { name: seen.me.name })}</strong>{' '}
          {t('Nothing can be pressed, and nobody is told.')}
        </p>
        <div class="row">
          {screens.map(screen => (
            <button
              key={screen.key}
              type="button"
              class="circle__form"
              aria-pressed={screen.key === shown?.key}
              onClick={() => setChosen(screen)}
            >
              {screen.say}
            </button>
          ))}
          <a class="look__back" href={`/children/${childId}/circle`}>
            {t('Back to the circle')}
          </a>
        </div>
      </section>
      {shown && <Through key={shown.key} seen={seen} shown={shown} />}
    </div>
  );
}

/** The first screen, and what they sent: the screens that show something of theirs. */
function screensOf({ me, reviews, contributions, given }: SeenAs): Shown[] {
  const home: Shown = { key: 'home', say: t('Their first page'), path: '/', params: {} };
  const isChild = me.job === 'child';
  const shared = given
    .filter(one => one.shared.length > 0)
    .map(({ review_id }) => ({
      key: `shared ${review_id}`,
      say: t('What was shared with them'),
      path: isChild ? '/shared' : '/shared/:reviewId',
      params: { reviewId: review_id },
    }));
  if (isChild) {
    return [home, { key: 'said', say: t('What they said'), path: '/said', params: {} }, ...shared];
  }
  const sent = reviews
    .filter(review => contributions.some(one => isStanding(one, review.id)))
    .map(review => ({
      key: review.id,
      say: t('What they sent'),
      path: '/add/:reviewId/*',
      params: { reviewId: review.id, rest: 'sent' },
    }));
  return [home, ...sent, ...shared];
}

function isStanding(one: Contribution, reviewId: string): boolean {
  return one.review_id === reviewId && !one.withdrawn_at;
}

function Through({ seen, shown }: { seen: SeenAs; shown: Shown }) {
  const [Screen, setScreen] = useState<ComponentType<ScreenProps> | null>(null);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const route = ROUTES.find(
      one => one.path === shown.path && (one.jobs as readonly string[]).includes(seen.me.job),
    );
    if (route) void screenOf(route).then(found => setScreen(() => found));
  }, [shown.key]);
  useOff(page, Screen !== null);
  const answers: Looked = {
    my_reviews: { reviews: seen.reviews },
    my_contributions: { contributions: seen.contributions },
    conversations: { conversations: seen.conversations },
    shared: seen.given.find(one => one.review_id === shown.params.reviewId)?.shared ?? [],
  };
  return (
    <div
      ref={page}
      class="look__page"
      onClickCapture={stop}
      onSubmitCapture={stop}
      onBeforeInputCapture={stop}
    >
      <Looking.Provider value={answers}>
        {Screen ? <Screen me={seen.me} params={shown.params} /> : <Skeleton lines={3} tall />}
      </Looking.Provider>
    </div>
  );
}

/** The officer's own two ways out work here as everywhere; what folds open changes nothing. */
const STILL_ON = '.page__ways-out, dialog, summary, .page__skip';

function stop(event: Event): void {
  if ((event.target as Element).closest(STILL_ON)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Says of everything that could be pressed that it is off, also to a screen reader. */
function useOff(page: { current: HTMLDivElement | null }, here: boolean): void {
  useEffect(() => {
    const whole = page.current;
    if (!whole || !here) return;
    const off = () => {
      for (const one of whole.querySelectorAll('a[href], button, input, textarea, select')) {
        if (!one.closest(STILL_ON)) one.setAttribute('aria-disabled', 'true');
      }
    };
    off();
    const watcher = new MutationObserver(off);
    watcher.observe(whole, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [here]);
}
