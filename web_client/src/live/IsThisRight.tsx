/** What was decided, read back to me: right, or not quite. What I say is kept as I say it. */
import { useState } from 'preact/hooks';
import type { ReadBack } from '../api/live';
import type { LiveRoom } from '../drafts/live_room';
import { Button, lettersOver, TextArea } from '../ui';
import { ReadAloud } from '../ui/question';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './controls.css?inline';

wear(css);

const LONGEST = 2000;

export function IsThisRight({ asked, room }: { asked: ReadBack; room: LiveRoom }) {
  const [notQuite, setNotQuite] = useState(false);
  const [words, setWords] = useState('');
  const reply = (said: 'right' | 'not_quite', mine: string | null) =>
    void room.say({ kind: 'read_back_reply', read_back: asked.id, reply: said, words: mine });
  return (
    <section class="live-right" aria-labelledby="is-this-right">
      <h2 id="is-this-right">{t('Is this right?')}</h2>
      <p>
        {asked.of === 'decision'
          ? t('This is what we write down:')
          : t('This is the answer to your wish:')}
      </p>
      <blockquote dir="auto">{asked.words}</blockquote>
      <ReadAloud text={asked.words} />
      {notQuite ? (
        <form
          class="stack"
          onSubmit={event => {
            event.preventDefault();
            if (lettersOver(words, LONGEST) === 0) reply('not_quite', words.trim() || null);
          }}
        >
          <TextArea
            label={t('What is not right?')}
            hint={t('We keep your words just as you say them.')}
            value={words}
            most={LONGEST}
            rows={3}
            onInput={setWords}
          />
          <div class="live-right__answers">
            <Button kind="main" type="submit">
              {t('Say it')}
            </Button>
            <Button onClick={() => setNotQuite(false)}>{t('Back')}</Button>
          </div>
        </form>
      ) : (
        <div class="live-right__answers">
          <Button kind="main" onClick={() => reply('right', null)}>
            {t('That’s right')}
          </Button>
          <Button onClick={() => setNotQuite(true)}>{t('Not quite')}</Button>
        </div>
      )}
    </section>
  );
}
