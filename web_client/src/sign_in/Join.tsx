/** Where a card or an invitation lets someone in for the first time: look, welcome, passphrase, in. */
import { useEffect, useState } from 'preact/hooks';
import { api, asProblem, type CardLook, type Problem } from '../api';
import { Button, Chair, Page, ProblemNotice, TextField } from '../ui';
import { lazy } from '../ui/lazy';
import { need, speak, t } from '../words';
import { ChoosePassphrase } from './ChoosePassphrase';

const JoinWithPictures = lazy(async () => {
  await need('phone');
  return (await import('../phone/JoinWithPictures')).JoinWithPictures;
});

export function Join() {
  const [card, setCard] = useState(cardInAddress);
  const [look, setLook] = useState<CardLook | null>(null);
  const [pictures, setPictures] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(card !== '');

  async function lookAt(given: string) {
    setBusy(true);
    setProblem(null);
    try {
      const found = await api.lookAtCard(given);
      await speak(found.language);
      setPictures(found.offers_pictures);
      setLook(found);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  useEffect(() => {
    // The card leaves the address and the history at once.
    if (location.hash) history.replaceState(null, '', '/join');
    if (card !== '') void lookAt(card);
  }, []);

  if (look && pictures) {
    return <JoinWithPictures card={card} look={look} onPassphrase={() => setPictures(false)} />;
  }
  if (look) {
    const offer = look.job === 'child' ? () => setPictures(true) : null;
    return <ChoosePassphrase card={card} look={look} onPictures={offer} />;
  }
  return (
    <Page
      title={t('Use my card')}
      lead={t('Type the four words on your card.')}
      back={{ to: '/', label: t('Sign in') }}
      above={<Chair look={{ shape: 'swing', colour: 'marigold', pattern: 'waves' }} size={88} />}
    >
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          if (!busy && card.trim() !== '') void lookAt(card.trim());
        }}
      >
        <TextField
          label={t('The words on my card')}
          hint={t('Put a space between the words.')}
          value={card}
          onInput={setCard}
          autocapitalize="none"
          autocomplete="off"
          spellcheck={false}
        />
        {problem && <ProblemNotice problem={problem} onRetry={() => lookAt(card)} />}
        <Button kind="main" type="submit" wide busy={busy}>
          {busy ? t('One moment…') : t('Go on')}
        </Button>
      </form>
    </Page>
  );
}

function cardInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
