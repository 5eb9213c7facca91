/** What I say to an answer: thank you, I don't understand, or I don't agree. It is kept as I say it. */
import { useMemo, useState } from 'preact/hooks';
import type { OwnReply, ReplyKind, ToldAnswer, ToldWish } from '../api/decided';
import { type Going, LANES, sending } from '../drafts/sending';
import { Button, Notice, sentence, TextArea } from '../ui';
import { t } from '../words';
import { replyWord } from './outcome_words';

const REPLIES: ReplyKind[] = ['thank_you', 'not_understood', 'not_agreed'];
const MOST_LETTERS = 2_000;

type Props = { wish: ToldWish; answer: ToldAnswer };

export function ReplyTo({ wish, answer }: Props) {
  const lane = useMemo(() => sending.lane(LANES.replies), []);
  const [saying, setSaying] = useState<ReplyKind | null>(null);
  const [mine, setMine] = useState<string | null>(null);
  const { waiting, sent } = lane.value;
  const going = waiting.find(one => one.what.kind === 'reply' && one.what.answer_id === answer.id);
  const arrived = sent.find(one => one.id === mine)?.answer as OwnReply | undefined;

  function reply(kind: ReplyKind, words: string | null) {
    const id = crypto.randomUUID();
    setSaying(null);
    setMine(id);
    const what = { kind: 'reply', answer_id: answer.id, reply: kind, words } as const;
    void sending.add(LANES.replies, id, what).catch(() => {});
  }

  const said = going?.what.kind === 'reply' ? going.what : (arrived ?? wish.reply);
  if (said) {
    return (
      <div role="status">
        <Said reply={said.reply} words={said.words} going={going} />
      </div>
    );
  }
  if (saying) return <SayMore kind={saying} onSay={reply} onLeave={() => setSaying(null)} />;
  return (
    <fieldset class="stack">
      <legend>{t('What do you say to this?')}</legend>
      <div class="row">
        {REPLIES.map(kind => (
          <Button
            key={kind}
            onClick={() => (kind === 'thank_you' ? reply(kind, null) : setSaying(kind))}
          >
            {replyWord(kind)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

type SayMoreProps = {
  kind: ReplyKind;
  onSay: (kind: ReplyKind, words: string | null) => void;
  onLeave: () => void;
};

function SayMore({ kind, onSay, onLeave }: SayMoreProps) {
  const [words, setWords] = useState('');
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault();
        if (words.length <= MOST_LETTERS) onSay(kind, words.trim() === '' ? null : words);
      }}
    >
      <p class="asked-for__word">{replyWord(kind)}</p>
      <p>{t('That is OK to say. Your IRO reads it.')}</p>
      <TextArea
        label={t('Say more, if you want to')}
        value={words}
        most={MOST_LETTERS}
        rows={2}
        onInput={setWords}
      />
      <div class="row">
        <Button kind="main" type="submit">
          {t('Send it')}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {t('Not now')}
        </Button>
      </div>
    </form>
  );
}

type SaidProps = { reply: ReplyKind; words: string | null; going: Going | undefined };

function Said({ reply, words, going }: SaidProps) {
  return (
    <Notice tone={reply === 'thank_you' ? 'good' : 'calm'}>
      <p>{t('You said: {words}', { words: replyWord(reply) })}</p>
      {words && <blockquote dir="auto">{words}</blockquote>}
      {going && <OnItsWay going={going} />}
      {reply === 'not_understood' && (
        <p>{t('Your IRO sees it, and can say it in an easier way.')}</p>
      )}
      {reply === 'not_agreed' && (
        <>
          <p>{t('Your IRO sees it. It stays in your record, just as you said it.')}</p>
          <a href="/decided/not-agree">{t('What I can do now')}</a>
        </>
      )}
    </Notice>
  );
}

function OnItsWay({ going: { id, state, problem } }: { going: Going }) {
  if (state === 'sending') return <p>{t('Sending…')}</p>;
  if (state === 'needs_attention') {
    return (
      <>
        <p>{t('This did not send. Your words are safe here.')}</p>
        {problem && <p>{sentence(problem)}</p>}
        <Button onClick={() => void sending.tryAgain(LANES.replies, id)}>{t('Try again')}</Button>
      </>
    );
  }
  return <p>{t('It will go by itself when it can.')}</p>;
}
