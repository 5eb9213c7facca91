/** The row of places that belong together, over the title: one list, with groups of places in it where there are many. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { icons } from '../ui';
import { t } from '../words';

export type Place = { to: string; say: string; here?: boolean; back?: boolean };
/** Places of one stretch of time; `now` is where the work stands. */
export type PlaceGroup = { name: string; now: boolean; places: Place[] };

type Props = { label: string; rows: (Place | PlaceGroup)[] };

export function Places({ label, rows }: Props) {
  const row = useRef<HTMLElement>(null);
  const here = rows.flatMap(one => ('places' in one ? one.places : one)).find(one => one.here)?.to;
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
        {rows.map(one =>
          'places' in one ? <Group key={one.name} {...one} /> : <One key={one.to} {...one} />,
        )}
      </ul>
    </nav>
  );
}

function Group({ name, now, places }: PlaceGroup) {
  const id = useId();
  return (
    <li class="places__group">
      <p id={id} class="places__when">
        {name} {now && <span class="places__now">{t('Now')}</span>}
      </p>
      <ul role="list" aria-labelledby={id}>
        {places.map(place => (
          <One key={place.to} {...place} />
        ))}
      </ul>
    </li>
  );
}

function One({ to, say, here = false, back = false }: Place) {
  return (
    <li class={back ? 'places__back' : undefined}>
      <a href={to} aria-current={here ? 'page' : undefined}>
        {back && <icons.Back />}
        {say}
      </a>
    </li>
  );
}
