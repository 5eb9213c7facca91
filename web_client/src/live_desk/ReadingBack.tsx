/** What is decided or answered, typed once and read back on the child's screen; their reply stands beside it. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import type { ReadBack } from '../api/live';
import { Choices, ProblemNotice } from '../ui';
import { t } from '../words';
import { Answering } from './Answering';
import { Deciding } from './Deciding';
import type { Desk } from './LiveDesk';

export type KeepProps = {
  desk: Desk;
  busy: boolean;
  /** Keeps it, then reads it back under the same id; true once it is kept. */
  onKeep: (keep: (id: string) => Promise<unknown>, words: string) => Promise<boolean>;
};

export function ReadingBack({ desk }: { desk: Desk }) {
  const { state, room, called } = desk;
  const [of, setOf] = useState<ReadBack['of']>('decision');
  // The same id until it is there: pressing twice keeps it once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keep: KeepProps['onKeep'] = async (send, words) => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await send(id);
      await room.say({ kind: 'read_back', read_back: id, of, words });
      setId(crypto.randomUUID());
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const Form = of === 'decision' ? Deciding : Answering;
  return (
    <section class="read-back" aria-labelledby="read-back">
      <h2 id="read-back">{t('Write down, and read back to {name}', { name: called })}</h2>
      <Choices
        legend={t('What is it?')}
        inRow
        required
        options={[
          { key: 'decision', say: t('A decision') },
          { key: 'answer', say: t('An answer to a wish') },
        ]}
        value={of}
        onChoose={key => setOf(key as ReadBack['of'])}
      />
      <Form key={of} desk={desk} busy={busy} onKeep={keep} />
      {problem && <ProblemNotice problem={problem} />}
      <ul role="list">
        {state.read_back.map(one => (
          <li key={one.id} data-reply={one.reply ?? 'none'}>
            <p dir="auto">{one.words}</p>
            <p class="small">
              <strong>{replySays(one, called)}</strong>
              {one.reply_words && <q dir="auto">{one.reply_words}</q>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function replySays({ reply }: ReadBack, name: string): string {
  if (reply === 'right') return t('{name}: “That’s right.”', { name });
  if (reply === 'not_quite') return t('{name}: “Not quite.”', { name });
  return t('On {name}’s screen now', { name });
}
