/** A note that the other side never sees; it goes to the record. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { inboxApi, type Talk } from '../api/inbox';
import { Button, lettersOver, ProblemNotice, Status, TextArea } from '../ui';
import { t } from '../words';

const MOST = 10_000;

type Props = { talk: Talk; isChild: boolean; onKept: () => void };

export function NoteToSelf({ talk, isChild, onKept }: Props) {
  const [id, setId] = useState(() => crypto.randomUUID());
  const [words, setWords] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (!words.trim() || busy || lettersOver(words, MOST)) return;
    setBusy(true);
    setProblem(null);
    setSaid(null);
    try {
      await inboxApi.note(talk.child.id, talk.with.id, id, words.trim());
      setWords('');
      setId(crypto.randomUUID());
      setSaid(t('Note kept.'));
      onKept();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <details class="dialogue__note">
      <summary>{t('A note to myself')}</summary>
      <form class="stack stack--tight" onSubmit={save} noValidate>
        <TextArea
          label={t('A note to myself')}
          hint={
            isChild
              ? t('The child does not see this. It goes to the record.')
              : t('{name} does not see this. It goes to the record.', { name: talk.with.called })
          }
          rows={2}
          most={MOST}
          value={words}
          onInput={setWords}
        />
        {problem && <ProblemNotice problem={problem} />}
        <div>
          <Button type="submit" busy={busy}>
            {t('Keep the note')}
          </Button>
        </div>
      </form>
      <Status>{said}</Status>
    </details>
  );
}
