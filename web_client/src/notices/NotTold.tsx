/** For staff: whom no notice reached, so that they are told another way; never what of. */
import { useLoaded } from '../api';
import { notices } from '../api/notices';
import { ProblemNotice, Skeleton } from '../ui';
import { dayOf, formatDay, t } from '../words';

export function NotTold() {
  const found = useLoaded(notices.notTold, []);
  return (
    <section class="stack" aria-labelledby="not-told">
      <h2 id="not-told">{t('Could not be told')}</h2>
      {found.state === 'loading' && <Skeleton lines={1} />}
      {found.state === 'problem' && <ProblemNotice problem={found.problem} onRetry={found.again} />}
      {found.value?.people.length === 0 && <p>{t('Every notice arrived.')}</p>}
      {found.value && found.value.people.length > 0 && (
        <>
          <p>{t('Something waits for them and no notice arrives. Tell them another way.')}</p>
          <ul>
            {found.value.people.map(({ person, since }) => (
              <li key={person.id}>
                {t('{name}, since {day}', { name: person.name, day: formatDay(dayOf(since)) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
