/** The frame of every page about one review: before, the meeting and after it, and what to do next. */
import type { ComponentChildren } from 'preact';
import { useLoaded } from '../api';
import { holding, type ReviewClock } from '../api/holding';
import { icons } from '../ui';
import { t } from '../words';
import { Chip } from './Chip';
import { DeskPage } from './DeskPage';
import { workingDaysLeft, workingDaysTone } from './due';
import { nextOf } from './next_step';
import { type Place, type PlaceGroup, Places } from './Places';
import './review_page.css';

export type ReviewPlace =
  | 'summary'
  | 'plan'
  | 'share'
  | 'meeting'
  | 'days'
  | 'outcomes'
  | 'record'
  | 'letter'
  | 'distribution';

type Props = {
  reviewId: string;
  /** Null until we know whose review it is. */
  childId: string | null;
  here: ReviewPlace;
  /** What the page itself knows: whenever that is new, where the review stands is looked up anew. */
  facts: unknown;
  title: string;
  tab: string;
  lead?: string | null;
  width?: 'reading' | 'wide';
  actions?: ComponentChildren;
  children: ComponentChildren;
};

export function ReviewPage({ reviewId, childId, here, facts, width, ...page }: Props) {
  const known = facts !== null && facts !== undefined;
  const loaded = useLoaded(
    () => (known ? holding.clock(reviewId) : Promise.resolve(null)),
    [reviewId, facts],
  );
  const clock = loaded.value;
  return (
    <DeskPage
      {...page}
      measure={width}
      places={[]}
      above={
        <>
          <Places
            label={t('This review')}
            rows={[
              { to: '/', say: t('Today'), back: true },
              ...groupsOf(reviewId, here, clock?.stage ?? null),
              ...(childId ? [{ to: `/children/${childId}`, say: t('About the child') }] : []),
            ]}
          />
          {/* Nothing else is on an officer's mind while the meeting is held. */}
          {here !== 'meeting' && loaded.state === 'loading' && <p class="review-next" />}
          {here !== 'meeting' && clock && <Next clock={clock} here={here} />}
        </>
      }
    />
  );
}

function groupsOf(reviewId: string, here: ReviewPlace, stage: string | null): PlaceGroup[] {
  const place = (key: ReviewPlace, say: string): Place => ({
    to: placeOf(reviewId, key),
    say,
    here: here === key,
  });
  return [
    {
      name: t('Before'),
      now: stage === 'planned' || stage === 'open_for_views' || stage === 'ready',
      places: [
        place('summary', t('What people say')),
        place('plan', t('Plan')),
        place('share', t('Share with people')),
      ],
    },
    {
      name: t('The meeting'),
      now: stage === 'meeting',
      places: [place('days', t('Days')), place('outcomes', t('Answers and decisions'))],
    },
    {
      name: t('After'),
      now: stage === 'writing_up' || stage === 'shared',
      places: [
        place('record', t('Record')),
        place('letter', t('Letter')),
        place('distribution', t('Give the record')),
      ],
    },
  ];
}

function placeOf(reviewId: string, key: ReviewPlace): string {
  return `/reviews/${reviewId}/${key}`;
}

/** The one thing that comes next for this review, and how long there is for it. */
function Next({ clock, here }: { clock: ReviewClock; here: ReviewPlace }) {
  const next = nextOf(clock);
  if (!next) return null;
  const said = t('Next: {step}', { step: next.say });
  const to = next.place
    ? placeOf(clock.review_id, next.place)
    : `/children/${clock.child_id}/midpoint`;
  return (
    <p class="review-next no-print">
      {next.place === here ? (
        <strong>{said}</strong>
      ) : (
        <a href={to}>
          {said}
          <icons.Forward />
        </a>
      )}
      {next.days !== null && (
        <Chip tone={workingDaysTone(next.days)}>{workingDaysLeft(next.days)}</Chip>
      )}
    </p>
  );
}
