/** The frame of every page of the desk: where I am among the desk's places, then the page, a little denser. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { icons, Page } from '../ui';
import { t } from '../words';
import './desk.css';

type Place = { to: string; say: string; here?: boolean; back?: boolean };
type Props = {
  title: string;
  lead?: string | null;
  /** What the tab says; never a name. */
  tab: string;
  back?: { to: string; label?: string };
  places: Place[];
  /** What the places are places of, for a screen reader. */
  placesLabel?: string;
  actions?: ComponentChildren;
  /** Over the title, under the places. */
  above?: ComponentChildren;
  width?: 'reading' | 'wide' | 'full';
  children: ComponentChildren;
};

export function DeskPage({ places, placesLabel, width = 'full', above, children, ...page }: Props) {
  return (
    <Page
      {...page}
      width={width}
      above={
        <>
          {places.length > 0 && <Places label={placesLabel ?? t('Your desk')} places={places} />}
          {above}
        </>
      }
    >
      <div class="desk">{children}</div>
    </Page>
  );
}

function Places({ label, places }: { label: string; places: Place[] }) {
  const row = useRef<HTMLElement>(null);
  const here = places.find(place => place.here)?.to;
  useLayoutEffect(() => {
    // On a phone the row is wider than the screen: it begins where I am.
    const current = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (!row.current || !current) return;
    const { left, width } = current.getBoundingClientRect();
    const all = row.current.getBoundingClientRect();
    row.current.scrollLeft += left - all.left - (all.width - width) / 2;
  }, [here]);
  return (
    <nav ref={row} class="places no-print" aria-label={label}>
      <ul role="list">
        {places.map(place => (
          <li key={place.to} class={place.back ? 'places__back' : undefined}>
            <a href={place.to} aria-current={place.here ? 'page' : undefined}>
              {place.back && <icons.Back />}
              {place.say}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function deskPlaces(here: 'today' | 'inbox' | 'children' | 'away'): Place[] {
  return [
    { to: '/', say: t('Today'), here: here === 'today' },
    { to: '/inbox', say: t('Inbox'), here: here === 'inbox' },
    { to: '/caseload', say: t('Children'), here: here === 'children' },
    { to: '/away', say: t('Away'), here: here === 'away' },
  ];
}

/** The way back, a review's pages, and the child it is about (once we know who). */
type ReviewPlace =
  | 'summary'
  | 'plan'
  | 'meeting'
  | 'outcomes'
  | 'record'
  | 'days'
  | 'share'
  | 'letter'
  | 'distribution';

export function reviewPlaces(reviewId: string, childId: string | null, here: ReviewPlace): Place[] {
  return [
    { to: '/', say: t('Today'), back: true },
    { to: `/reviews/${reviewId}/summary`, say: t('What people say'), here: here === 'summary' },
    { to: `/reviews/${reviewId}/plan`, say: t('Plan'), here: here === 'plan' },
    {
      to: `/reviews/${reviewId}/outcomes`,
      say: t('Answers and decisions'),
      here: here === 'outcomes',
    },
    { to: `/reviews/${reviewId}/record`, say: t('Record'), here: here === 'record' },
    { to: `/reviews/${reviewId}/days`, say: t('Days'), here: here === 'days' },
    { to: `/reviews/${reviewId}/share`, say: t('Share with people'), here: here === 'share' },
    {
      to: `/reviews/${reviewId}/distribution`,
      say: t('Give the record'),
      here: here === 'distribution',
    },
    { to: `/reviews/${reviewId}/letter`, say: t('Letter'), here: here === 'letter' },
    ...(childId ? [{ to: `/children/${childId}`, say: t('About the child') }] : []),
  ];
}
