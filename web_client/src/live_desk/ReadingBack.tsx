/** What is decided or answered, typed once and read back on the child's screen; their reply stands beside it. */
import { useState } from 'preact/hooks';
import type { ReadBack } from '../api/live';
import { Button, Choices, lettersOver, TextArea } from '../ui';
import { t } from '../words';
import type { Desk } from './LiveDesk';

const LONGEST = 2000;

export function ReadingBack({ desk }: { desk: Desk }) {
  const { state, room, called } = desk;
  const [of, setOf] = useState<ReadBack['of']>('decision');
  const [words, setWords] = useState('');
  const fits = words.trim() !== '' && lettersOver(words, LONGEST) === 0;
  function read(event: SubmitEvent) {
    event.preventDefault();
    if (!fits) return;
    const read_back = crypto.randomUUID();
    void room.say({ kind: 'read_back', read_back, of, words: words.trim() });
    setWords('');
  }
  return (
    <section class="read-back" aria-labelledby="read-back">
      <h2 id="read-back">{t('Read back to {name}', { name: called })}</h2>
      <form class="stack stack--tight" onSubmit={read}>
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
        <TextArea
          label={t('In plain words: what, who and by when')}
          hint={t('{name} reads exactly this, and says whether it is right.', { name: called })}
          value={words}
          most={LONGEST}
          rows={2}
          onInput={setWords}
        />
        <div>
          <Button type="submit" disabled={!fits}>
            {t('Read it back')}
          </Button>
        </div>
      </form>
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
