/** A new passphrase for whoever is signed in: offered or their own, after the one they have now. */
import { useEffect, useState } from 'preact/hooks';
import { api, asProblem, type Problem } from '../api';
import {
  Button,
  fieldError,
  LinkButton,
  Notice,
  Page,
  ProblemNotice,
  type ScreenProps,
  TextField,
} from '../ui';
import { t } from '../words';

export function MyPassphrase({ me }: ScreenProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [offered, setOffered] = useState<string | null>(null);
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking');
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrongCurrent = problem?.code === 'wrong_sign_in';
  const wrongNext = fieldError(problem, 'passphrase') ?? fieldError(problem, 'new');
  const another = () =>
    api.offerPassphrase().then(
      found => setOffered(found.offered_passphrase),
      () => {},
    );
  useEffect(() => void another(), []);

  async function change(event: SubmitEvent) {
    event.preventDefault();
    if (state === 'busy' || !current || !next) return;
    setState('busy');
    setProblem(null);
    try {
      await api.changePassphrase(current, next.trim());
      setState('done');
    } catch (error) {
      setProblem(asProblem(error));
      setState('asking');
    }
  }

  const frame = { title: t('Change my passphrase'), back: { to: '/', label: t('Start') } };
  if (state === 'done') {
    return (
      <Page {...frame}>
        <Notice tone="good" title={t('Your passphrase is new now.')} announced>
          <p>{t('Use it the next time. Everywhere else you were signed out.')}</p>
        </Notice>
        <LinkButton kind="main" to="/">
          {t('Start')}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page {...frame}>
      <form class="stack stack--loose" onSubmit={change} noValidate>
        <input
          class="visually-hidden"
          type="text"
          autocomplete="username"
          value={me.sign_in_name ?? ''}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <TextField
          label={t('Your passphrase now')}
          hint={t('You do not know it? Ask your IRO or your council for a new card.')}
          type="password"
          error={wrongCurrent ? t('That is not your passphrase. Please try again.') : null}
          value={current}
          onInput={setCurrent}
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck={false}
        />
        <TextField
          label={t('Your new passphrase')}
          hint={t('Three words or more. Pick words that nobody would guess.')}
          error={wrongNext}
          value={next}
          onInput={setNext}
          autocomplete="new-password"
          autocapitalize="none"
          spellcheck={false}
        />
        {offered && (
          <div class="row">
            <span>{t('For example: {words}', { words: offered })}</span>
            <Button kind="quiet" onClick={() => setNext(offered)}>
              {t('Take this one')}
            </Button>
            <Button kind="quiet" onClick={() => void another()}>
              {t('Show me another')}
            </Button>
          </div>
        )}
        {problem && !wrongCurrent && !wrongNext && <ProblemNotice problem={problem} />}
        <Button kind="main" type="submit" wide busy={state === 'busy'}>
          {t('Change it')}
        </Button>
      </form>
    </Page>
  );
}
