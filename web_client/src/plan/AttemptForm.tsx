/** Noting one try to reach somebody: how, and what came of it. */
import { useState } from 'preact/hooks';
import { api, asProblem, type Problem } from '../api';
import { reachedBy, WAYS } from '../desk/names';
import { Button, Choices, lettersOver, ProblemNotice, Status, TextArea } from '../ui';
import { t } from '../words';

/** How many letters the server takes (reviews/schemas.py). */
const LONGEST_NOTE = 2_000;

type Props = { reviewId: string; personId: string; onNoted: () => void };

export function AttemptForm({ reviewId, personId, onNoted }: Props) {
  const [id] = useState(() => crypto.randomUUID());
  const [how, setHow] = useState<string>('phone');
  const [reached, setReached] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [unsaid, setUnsaid] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (busy || lettersOver(note, LONGEST_NOTE)) return;
    if (!reached) return setUnsaid(true);
    setBusy(true);
    setProblem(null);
    try {
      await api.noteAttempt(reviewId, id, {
        person_id: personId,
        how,
        reached: reached === 'yes',
        note: note.trim() || null,
      });
      onNoted();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="stack" onSubmit={send}>
      <Choices
        legend={t('How did you try?')}
        inRow
        required
        value={how}
        onChoose={key => setHow(key ?? how)}
        options={WAYS.map(key => ({ key, say: reachedBy(key) }))}
      />
      <Choices
        legend={t('Did you reach them?')}
        inRow
        required
        value={reached}
        onChoose={setReached}
        options={[
          { key: 'yes', say: t('Yes') },
          { key: 'no', say: t('Not this time') },
        ]}
      />
      <TextArea
        label={t('What came of it?')}
        hint={t('You can leave this empty.')}
        most={LONGEST_NOTE}
        value={note}
        onInput={setNote}
      />
      {unsaid && !reached && <Status>{t('Say whether you reached them.')}</Status>}
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit" busy={busy}>
        {t('Note it')}
      </Button>
    </form>
  );
}
