/** Half way to the next review a child is asked, once, whether things are happening as we agreed. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { talk } from '../api/talk';
import { LANES, sending } from '../drafts/sending';
import { Button, lettersOver, Status, TextArea } from '../ui';
import { formatDay, language, t } from '../words';
import { StartPicture } from './starts';
import './half_way.css';

const MOST_LETTERS = 10_000;

export function HalfWayCard({ childId, name }: { childId: string; name: string | null }) {
  const asked = useLoaded(() => talk.halfWay(), []);
  const [words, setWords] = useState('');
  const [sent, setSent] = useState(false);
  const facts = asked.value;
  if (sent) {
    return (
      <Status quiet>
        {name ? t('{name} will read it.', { name }) : t('Your IRO will read it.')}
      </Status>
    );
  }
  if (!facts?.asked_at || facts.is_answered) return null;

  function send(event: SubmitEvent) {
    event.preventDefault();
    if (words.trim() === '' || lettersOver(words, MOST_LETTERS) > 0) return;
    sending
      .add(LANES.talk(childId), crypto.randomUUID(), {
        kind: 'message',
        child_id: childId,
        words,
        start: 'midpoint',
        language: language.peek(),
        tell_social_worker: false,
      })
      .catch(() => {});
    setSent(true);
  }

  return (
    <section class="half-way" aria-labelledby="half-way">
      <StartPicture start="midpoint" />
      <h2 id="half-way">{t('Are things happening as we agreed?')}</h2>
      {facts.held_on && (
        <p>{t('At your review on {day} we agreed things.', { day: formatDay(facts.held_on) })}</p>
      )}
      <form class="stack" onSubmit={send}>
        <TextArea
          label={t('Tell us what is happening, and what is not.')}
          hint={t('You do not have to.')}
          rows={2}
          most={MOST_LETTERS}
          value={words}
          onInput={setWords}
        />
        <Button kind="main" type="submit" disabled={words.trim() === ''}>
          {name ? t('Send to {name}', { name }) : t('Send')}
        </Button>
      </form>
    </section>
  );
}
