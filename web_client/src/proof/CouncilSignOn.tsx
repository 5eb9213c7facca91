/** Signing in with one's own council: leaving for its page, and coming back from it. */
import { useEffect, useState } from 'preact/hooks';
import { asProblem, type Problem, useLoaded } from '../api';
import { proof } from '../api/proof';
import { useWork } from '../api/work';
import { Button, LinkButton, Page, ProblemNotice, Skeleton, session } from '../ui';
import { t } from '../words';

const BACK = {
  to: '/',
  get label() {
    return t('Sign in');
  },
};

export function LeaveForCouncil() {
  const found = useLoaded(proof.signOns, []);
  const { busy, problem, run: attempt } = useWork();
  return (
    <Page
      title={t('Sign in with your council')}
      lead={t('You go to your council’s own page, and come back here.')}
      back={BACK}
    >
      {found.state === 'loading' && <Skeleton lines={2} />}
      {found.state === 'problem' && <ProblemNotice problem={found.problem} onRetry={found.again} />}
      {found.value?.councils.length === 0 && (
        <p>{t('No council signs in this way here. Use your email and password.')}</p>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <div class="stack">
        {found.value?.councils.map(one => (
          <Button
            key={one.id}
            wide
            busy={busy}
            onClick={() =>
              void attempt(async () =>
                location.assign((await proof.leaveForSignOn(one.id)).address),
              )
            }
          >
            {one.name}
          </Button>
        ))}
      </div>
    </Page>
  );
}

export function BackFromCouncil() {
  const [given] = useState(inAddress);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    // What was given leaves the address and the history at once.
    history.replaceState(null, '', '/signed-on');
    proof.comeBackFromSignOn(given).then(
      answer => session.value.signedIn(answer),
      error => setProblem(asProblem(error)),
    );
  }, []);
  return (
    <Page title={t('One moment…')} back={BACK}>
      {problem ? (
        <div class="stack">
          <ProblemNotice problem={problem} />
          <LinkButton to="/council">{t('Try again')}</LinkButton>
        </div>
      ) : (
        <Skeleton lines={2} tall />
      )}
    </Page>
  );
}

const NO_COUNCIL = '00000000-0000-0000-0000-000000000000';

function inAddress(): { council_id: string; code: string; state: string } {
  const said = new URLSearchParams(location.search);
  return {
    council_id: said.get('council') ?? NO_COUNCIL,
    code: said.get('code') ?? '-',
    state: said.get('state') ?? '-',
  };
}
