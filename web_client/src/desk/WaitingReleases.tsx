/** Releases of split reviews that wait for this manager or officer to agree. */
import { useLoaded } from '../api';
import { releasesApi } from '../api/releases';
import { dayOf, formatDay, t } from '../words';

export function WaitingReleases() {
  const loaded = useLoaded(() => releasesApi.waiting(), []);
  const waiting = loaded.value?.waiting ?? [];
  if (waiting.length === 0) return null;
  return (
    <section class="waiting" aria-labelledby="waiting">
      <h2 id="waiting">{t('Waiting for you to agree')}</h2>
      <ul role="list">
        {waiting.map(one => (
          <li key={one.id}>
            <a href={`/reviews/${one.review_id}/releases/${one.id}`}>
              {t('{child}: something for {name}', {
                child: one.child_name,
                name: one.person_name,
              })}
            </a>
            <span class="soft small">
              {t('{name} asked on {day}', {
                name: one.made_by_name,
                day: formatDay(dayOf(one.made_at)),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
