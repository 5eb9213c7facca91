/** "That's not what I said": kept beside a paragraph of a letter or the whole, word for word; my IRO sees it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { LANES, sending } from '../drafts/sending';
import { Button, TextArea } from '../ui';
import { language, t } from '../words';

const MOST_LETTERS = 2_000;

type Props = {
  reviewId: string;
  /** Null is the whole letter. */
  paragraph: string | null;
  said: string[];
  mayAnswer: boolean;
};

export function NotWhatISaid({ reviewId, paragraph, said, mayAnswer }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const [words, setWords] = useState('');

  // What was pressed goes away: whoever goes by keyboard goes on with what stands in its place.
  useEffect(() => {
    if (pressed.current) place.current?.querySelector<HTMLElement>('textarea, button')?.focus();
  }, [open]);

  function show(isOpen: boolean) {
    pressed.current = true;
    setOpen(isOpen);
  }

  function send(event: SubmitEvent) {
    event.preventDefault();
    if (words.trim() === '' || words.length > MOST_LETTERS) return;
    const what = { kind: 'remark', review_id: reviewId, paragraph, words } as const;
    void sending.add(LANES.letter(reviewId), crypto.randomUUID(), what).catch(() => {});
    setWords('');
    show(false);
  }

  return (
    <div class="stack" ref={place} lang={language.value}>
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
            <Button kind="quiet" onClick={() => show(false)}>
              {t('Not now')}
            </Button>
          </div>
        </form>
      ) : (
        mayAnswer && (
          <div class="row">
            <Button kind="quiet" onClick={() => show(true)}>
              {t('That’s not what I said')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
