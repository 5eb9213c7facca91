/** Showing that it is you on this device: with its four pictures, or with a passphrase. */
import { useState } from 'preact/hooks';
import { asProblem, type Me, type Problem } from '../api';
import { type Proof, phone, type Way } from '../api/phone';
import { Button, Card, ProblemNotice, TextField } from '../ui';
import { t } from '../words';
import { CODE_LENGTH, PictureCode, type PictureKey } from './pictures';

type Props = {
  ways: Way[];
  /** What the button says. */
  action: string;
  onOpened: (me: Me) => Promise<void>;
};

export function Unlock({ ways, action, onOpened }: Props) {
  const [way, setWay] = useState<Way>(ways[0] ?? 'passphrase');
  const [pictures, setPictures] = useState<PictureKey[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const other = ways.find(one => one !== way);
  const ready = way === 'pictures' ? pictures.length === CODE_LENGTH : passphrase !== '';

  async function open(event: SubmitEvent) {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    setProblem(null);
    const proof: Proof = way === 'pictures' ? { pictures } : { passphrase };
    try {
      await onOpened(await phone.unlock(proof));
    } catch (error) {
      setProblem(asProblem(error));
      setPictures([]);
      setPassphrase('');
      setBusy(false);
    }
  }

  if (problem?.code === 'device_forgotten') return <Forgotten />;
  return (
    <form class="stack" onSubmit={open}>
      {way === 'pictures' ? (
        <PictureCode
          legend={t('Pick your four pictures')}
          hint={t('If you get it wrong five times, you need a new card.')}
          value={pictures}
          onChange={setPictures}
        />
      ) : (
        <TextField
          label={t('Your passphrase')}
          type="password"
          value={passphrase}
          onInput={setPassphrase}
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck={false}
          required
        />
      )}
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit" wide busy={busy} disabled={!ready}>
        {busy ? t('One moment…') : action}
      </Button>
      {other && (
        <Button kind="quiet" onClick={() => setWay(other)}>
          {other === 'pictures' ? t('Use my pictures') : t('Use my passphrase')}
        </Button>
      )}
    </form>
  );
}

/** The fifth wrong code: nothing here opens any more. */
function Forgotten() {
  return (
    <Card tone="glow" title={t('You need a new card')}>
      <p>{t('Those were not your pictures, five times. This device is closed now.')}</p>
      <p>{t('Ask your IRO for a new card. Your words are safe.')}</p>
    </Card>
  );
}
