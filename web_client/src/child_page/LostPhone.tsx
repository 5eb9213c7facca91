/** A child's phone is lost or taken: closed in one tap, and a new card offered. */
import { useState } from 'preact/hooks';
import { asProblem, type ChildFacts, type Problem } from '../api';
import { phone } from '../api/phone';
import { Button, LinkButton, Notice, ProblemNotice } from '../ui';
import { t } from '../words';

export function LostPhone({ child, onClosed }: { child: ChildFacts; onClosed: () => void }) {
  const [closed, setClosed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function close() {
    setBusy(true);
    setProblem(null);
    try {
      await phone.closeLost(child.id);
      setClosed(true);
      onClosed();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  if (!child.has_signed_in) return null;
  return (
    <section aria-labelledby="lost-phone" class="stack">
      <h2 id="lost-phone">{t('Lost phone')}</h2>
      {closed ? (
        <Notice tone="good" announced>
          <p>
            {t('Closed. Nobody is signed in as {name} any more. What {name} wrote is kept.', {
              name: child.called,
            })}
          </p>
          <LinkButton to={`/children/${child.id}/cards/${child.id}`}>
            {t('Make a new card')}
          </LinkButton>
        </Notice>
      ) : (
        <p>
          {t(
            'Lost or taken? This signs {name} out everywhere at once. A new card opens it again.',
            {
              name: child.called,
            },
          )}
        </p>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {!closed && (
        <Button kind="stop" busy={busy} onClick={() => void close()}>
          {t('Close the phone now')}
        </Button>
      )}
    </section>
  );
}
