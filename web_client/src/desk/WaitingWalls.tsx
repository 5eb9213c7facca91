/** What waits for me to agree about walls: shown over a list only while there is something. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { circleApi } from '../api/circle';
import { Status } from '../ui';
import { t } from '../words';
import { Proposal } from './Proposal';
import './waiting_walls.css';

export function WaitingWalls() {
  const [said, setSaid] = useState('');
  const waiting = useLoaded(() => circleApi.waiting(), []);
  const those = waiting.value?.waiting ?? [];
  return (
    <>
      {those.length > 0 && (
        <section class="waiting-walls" aria-labelledby="waiting-walls">
          <h2 id="waiting-walls">{t('Waits for you to agree')}</h2>
          <ul role="list">
            {those.map(({ proposal, child_id, child_name, one_name, other_name }) => (
              <li key={proposal.id}>
                <h3>
                  {t('A wall between {one} and {other}', { one: one_name, other: other_name })}
                </h3>
                <p>
                  <a href={`/children/${child_id}/circle`}>
                    {t('{name}’s circle', { name: child_name })}
                  </a>
                </p>
                <Proposal
                  proposal={proposal}
                  onDone={what => {
                    setSaid(what);
                    waiting.again();
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {said && <Status quiet>{said}</Status>}
    </>
  );
}
