/** The frame of every page of the desk: where I am among the desk's places, then the page, a little denser. */
import type { ComponentChildren } from 'preact';
import { Page } from '../ui';
import { t } from '../words';
import { type Place, Places } from './Places';
import './desk.css';

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
  /** How wide what is under the title may be, where the places need the whole page. */
  measure?: 'reading' | 'wide' | 'full';
  children: ComponentChildren;
};

export function DeskPage({
  places,
  placesLabel,
  width = 'full',
  measure = 'full',
  above,
  children,
  ...page
}: Props) {
  return (
    <Page
      {...page}
      width={width}
      above={
        <>
          {places.length > 0 && <Places label={placesLabel ?? t('Your desk')} rows={places} />}
          {above}
        </>
      }
    >
      <div class={`desk desk--${measure}`}>{children}</div>
    </Page>
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
