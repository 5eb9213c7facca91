/** "That's not what I said": kept beside one paragraph of a letter, word for word, and my IRO sees it. */
import { useState } from 'preact/hooks';
import { LANES, sending } from '../drafts/sending';
import { Button, TextArea } from '../ui';
import { language, t } from '../words';

const MOST_LETTERS = 2_000;

type Props = { reviewId: string; paragraph: string; said: string[] };

export function NotWhatISaid({ reviewId, paragraph, said }: Props) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');

  function send(event: SubmitEvent) {
    event.preventDefault();
    if (words.trim() === '' || words.length > MOST_LETTERS) return;
    const what = { kind: 'remark', review_id: reviewId, paragraph, words } as const;
    void sending.add(LANES.letter(reviewId), crypto.randomUUID(), what).catch(() => {});
    setWords('');
    setOpen(false);
  }

  return (
    <div class="stack" lang={language.value}>
      {said.map(one => (
        <div key={one} class="my-letter__said">
          <p class="soft">{t('You said this is not right:')}</p>
          <blockquote dir="auto">{one}</blockquote>
          <p class="soft">{t('It stays with the letter. Your IRO sees it.')}</p>
        </div>
      ))}
      {open ? (
        <form class="stack" onSubmit={send}>
          <TextArea
            label={t('What did you say, or mean?')}
            value={words}
            most={MOST_LETTERS}
            rows={2}
            onInput={setWords}
          />
          <div class="row">
            <Button kind="main" type="submit" disabled={words.trim() === ''}>
              {t('Send it')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('Not now')}
            </Button>
          </div>
        </form>
      ) : (
        <div class="row">
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {t('That’s not what I said')}
          </Button>
        </div>
      )}
    </div>
  );
}
