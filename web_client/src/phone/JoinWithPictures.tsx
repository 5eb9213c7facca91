/** The welcome after a card for a younger child: four pictures that will let them in next time. */
import { useState } from 'preact/hooks';
import { asProblem, type CardLook, type Problem } from '../api';
import { phone } from '../api/phone';
import { Button, Chair, Page, session } from '../ui';
import { t } from '../words';
import { ChoosePictures } from './ChoosePictures';
import type { PictureKey } from './pictures';
import { rememberPictures } from './remembered';

type Props = { card: string; look: CardLook; onPassphrase: () => void };

export function JoinWithPictures({ card, look, onPassphrase }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function join(pictures: PictureKey[]) {
    setBusy(true);
    setProblem(null);
    try {
      const me = await phone.useCardWithPictures(card, pictures);
      if (look.sign_in_name) rememberPictures(look.sign_in_name);
      await session.value.signedIn(me);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <Page
      title={t('Hello {name}', { name: look.called })}
      lead={t('One thing before you go in. Pick four pictures.')}
      above={<Chair look={{ shape: 'armchair', colour: 'coral', pattern: 'dots' }} size={88} />}
    >
      <ChoosePictures done={t('Let me in')} busy={busy} problem={problem} onChosen={join} />
      <div class="row">
        <Button kind="quiet" onClick={onPassphrase}>
          {t('I would rather have words')}
        </Button>
      </div>
    </Page>
  );
}
