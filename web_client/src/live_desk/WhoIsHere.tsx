/** The code of the room, everybody who is here, whose hand is up; a guest can be asked to leave at once. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { live } from '../api/live';
import { Button, Chair, ProblemNotice } from '../ui';
import { chairFor } from '../ui/chair_for';
import { t } from '../words';
import type { Desk } from './LiveDesk';

export function WhoIsHere({ desk }: { desk: Desk }) {
  const { reviewId, partId, state, room, code, setCode } = desk;
  const [problem, setProblem] = useState<Problem | null>(null);
  async function tryTo(deed: () => Promise<unknown>) {
    setProblem(null);
    await deed().catch(error => setProblem(asProblem(error)));
  }
  const newCode = async () => setCode((await live.newCode(reviewId, partId)).code);
  return (
    <section class="here" aria-labelledby="here">
      <h2 id="here">{t('Who is here')}</h2>
      {code && (
        <div class="here__code">
          <p class="small">{t('To join: {address}', { address: `${location.host}/room` })}</p>
          <p>
            <strong>{code}</strong>
          </p>
          <p class="small">
            {t('For a screen in the room: {address}', { address: `${location.host}/screen` })}
          </p>
          <Button kind="quiet" onClick={() => void tryTo(newCode)}>
            {t('New code')}
          </Button>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <ul role="list">
        {state.people.map(one => (
          <li key={one.id} data-away={!one.here || undefined}>
            <Chair look={one.chair ?? chairFor(one.id)} size={32} away={!one.here} />
            <span dir="auto">
              {one.is === 'screen' ? t('A screen in the room') : one.called}
              {state.hands.includes(one.id) && <em> {t('Hand up')}</em>}
            </span>
            {one.is === 'guest' || one.is === 'screen' ? (
              <Button
                kind="quiet"
                onClick={() => void tryTo(() => live.askToLeave(reviewId, partId, one.id))}
              >
                {t('Ask to leave')}
                <span class="visually-hidden">: {one.called}</span>
              </Button>
            ) : (
              <Button
                kind="quiet"
                aria-pressed={one.here}
                onClick={() => void room.say({ kind: one.here ? 'left' : 'came', person: one.id })}
              >
                {one.here ? t('Here') : t('Not here')}
                <span class="visually-hidden">: {one.called}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
