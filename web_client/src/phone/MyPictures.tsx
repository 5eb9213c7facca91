/** Choosing the four pictures that open this device, or other ones. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { phone, type Way } from '../api/phone';
import { Button, Status, session } from '../ui';
import { t } from '../words';
import { ChoosePictures } from './ChoosePictures';
import type { PictureKey } from './pictures';
import { rememberPictures } from './remembered';
import { Unlock } from './Unlock';

type Props = { ways: Way[]; has: boolean; onDone: () => void };
type Step = 'rest' | 'prove' | 'choose';

export function MyPictures({ ways, has, onDone }: Props) {
  const [step, setStep] = useState<Step>('rest');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function choose(pictures: PictureKey[]) {
    setBusy(true);
    setProblem(null);
    try {
      await phone.choosePictures(pictures);
      const name = session.peek().me?.sign_in_name;
      if (name) rememberPictures(name);
      setSaid(t('Done. These pictures open this device now.'));
      setStep('rest');
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  return (
    <section class="stack" aria-labelledby="pictures">
      <h2 id="pictures">{t('My four pictures')}</h2>
      {step === 'rest' && (
        <>
          <p>
            {has
              ? t('Four pictures open this device. Nobody else should know them.')
              : t('You can open this device with four pictures. They are quick to pick.')}
          </p>
          <div class="row">
            <Button
              onClick={() => {
                setSaid(null);
                setStep('prove');
              }}
            >
              {has ? t('Change my pictures') : t('Choose four pictures')}
            </Button>
          </div>
        </>
      )}
      {step === 'prove' && (
        <>
          <p>{t('First show that it is you.')}</p>
          <Unlock ways={ways} action={t('Go on')} onOpened={async () => setStep('choose')} />
        </>
      )}
      {step === 'choose' && (
        <ChoosePictures
          done={t('Use these pictures')}
          busy={busy}
          problem={problem}
          onChosen={choose}
        />
      )}
      {step !== 'rest' && (
        <div class="row">
          <Button kind="quiet" onClick={() => setStep('rest')}>
            {t('Leave it as it was')}
          </Button>
        </div>
      )}
      <Status>{said}</Status>
    </section>
  );
}
