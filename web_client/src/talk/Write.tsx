/** Where a message is written: a start if it helps, the words, who may be told, Send. */
import { useRef, useState } from 'preact/hooks';
import { STARTS, type Start } from '../api/talk';
import { LANES, sending } from '../drafts/sending';
import { Button, lettersOver, ManyChoices, Status, TextArea } from '../ui';
import { language, t } from '../words';
import { asks, StartPicture, startName } from './starts';
import type { HalfWritten } from './use_half_written';
import type { Voice } from './voice';

type Props = {
  childId: string;
  isChild: boolean;
  /** What the officer is called. */
  name: string | null;
  voice: Voice;
  half: HalfWritten;
};
const MOST_LETTERS = 10_000;

export function Write({ childId, isChild, name, voice, half }: Props) {
  const [start, setStart] = useState<Start | null>(null);
  const [tell, setTell] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { words } = half;
  const ready = words.trim() !== '' && lettersOver(words, MOST_LETTERS) === 0;

  function send(event: SubmitEvent) {
    event.preventDefault();
    if (!ready) return;
    const going = sending.add(LANES.talk(childId), crypto.randomUUID(), {
      kind: 'message',
      child_id: childId,
      words,
      start,
      language: language.peek(),
      tell_social_worker: tell,
    });
    half.goes(going);
    setStart(null);
    setTell(false);
    form.current?.querySelector('textarea')?.focus();
  }

  return (
    <form ref={form} class="write" onSubmit={send}>
      {isChild && <Starts start={start} onStart={setStart} form={form} />}
      <TextArea
        label={start ? asks(start) : voice.box(name)}
        value={words}
        most={MOST_LETTERS}
        rows={3}
        onInput={half.write}
      />
      {!half.kept && (
        <Status>
          {t('This device could not save your words. Please do not close this page.')}
        </Status>
      )}
      {isChild && (
        <ManyChoices
          legend={t('Who else may know')}
          legendHidden
          options={[
            {
              key: 'tell',
              say: name
                ? t('OK for {name} to tell my social worker', { name })
                : t('OK for my IRO to tell my social worker'),
              more: t('Leave it empty to say no.'),
            },
          ]}
          values={tell ? ['tell'] : []}
          onChoose={keys => setTell(keys.includes('tell'))}
        />
      )}
      <Button kind="main" type="submit" wide disabled={!ready}>
        {voice.send(name)}
      </Button>
    </form>
  );
}

type StartsProps = {
  start: Start | null;
  onStart: (start: Start | null) => void;
  form: { current: HTMLFormElement | null };
};

function Starts({ start, onStart, form }: StartsProps) {
  return (
    <fieldset class="starts">
      <legend>{t('Start with one of these, or just write.')}</legend>
      <div class="starts__cards">
        {STARTS.map(one => (
          <button
            key={one}
            type="button"
            class="starts__card"
            data-start={one}
            aria-pressed={one === start}
            onClick={() => {
              onStart(one === start ? null : one);
              form.current?.querySelector('textarea')?.focus();
            }}
          >
            <StartPicture start={one} />
            {startName(one)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
