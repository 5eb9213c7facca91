/** One thing to ask for: what it is, one step to ask, how far it has come. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type AskedFor, asking, type OwnRequest } from '../api/asking';
import { type Going, LANES, sending } from '../drafts/sending';
import { Button, Dialog, lettersOver, ProblemNotice, TextArea } from '../ui';
import { Tick } from '../ui/icons';
import { formatDay, t } from '../words';
import { whenSaid } from '../words/moments';
import { AskPicture } from './AskPicture';
import { aboutAsking, askFor, askTitle, confirmAsking } from './asks_words';
import { whyItWaits } from './WaitingBubble';

type Props = {
  kind: AskedFor;
  /** What the officer is called. */
  name: string | null;
  /** On its way. */
  going: Going | undefined;
  /** The newest that got there. */
  request: OwnRequest | undefined;
  onChanged: () => void;
};
const MOST_LETTERS = 10_000;

export function AskCard({ kind, name, going, request, onChanged }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const isOpen = request !== undefined && !request.taken_back_at && request.answer === null;

  async function takeBack() {
    setProblem(null);
    if (going) return sending.takeBack(LANES.asking, going.id);
    if (!request) return;
    await asking.takeBack(request.id).catch(error => setProblem(asProblem(error)));
    onChanged();
  }

  return (
    <section class="ask" aria-labelledby={`ask-${kind}`}>
      <AskPicture kind={kind} />
      <div class="ask__words">
        <h2 id={`ask-${kind}`}>{askTitle(kind)}</h2>
        {aboutAsking(kind, name).map(line => (
          <p key={line}>{line}</p>
        ))}
        <div role="status" class="ask__state">
          {going ? <p>{whyItWaits(going)}</p> : request && <HowFar request={request} name={name} />}
        </div>
        {problem && <ProblemNotice problem={problem} />}
        <div class="row">
          {going || isOpen ? (
            <Button onClick={() => void takeBack()}>
              {t('Take it back')} <span class="visually-hidden">{askTitle(kind)}</span>
            </Button>
          ) : (
            <Confirm kind={kind} again={request !== undefined} name={name} />
          )}
        </div>
      </div>
    </section>
  );
}

function HowFar({ request, name }: { request: OwnRequest; name: string | null }) {
  const { taken_back_at, asked_at, answer, answered_by, answered_at, reason, on, words } = request;
  if (taken_back_at)
    return <p>{t('You took this back {when}.', { when: whenSaid(taken_back_at) })}</p>;
  const who = answered_by?.called ?? name ?? t('Your IRO');
  return (
    <>
      {words && (
        <p class="ask__mine" dir="auto">
          {words}
        </p>
      )}
      <p>
        <Tick /> {t('You asked {when}.', { when: whenSaid(asked_at) })}{' '}
        {answer === null && t('No answer yet.')}
      </p>
      {answer !== null && (
        <div class="ask__answer">
          <p>
            <strong>
              {answer === 'yes'
                ? t('{name} said yes.', { name: who })
                : t('{name} said no.', { name: who })}
            </strong>{' '}
            {on && t('It is on {day}.', { day: formatDay(on) })}
          </p>
          {reason && <p dir="auto">{reason}</p>}
          {answered_at && (
            <p class="small">{t('Answered {when}.', { when: whenSaid(answered_at) })}</p>
          )}
        </div>
      )}
    </>
  );
}

function Confirm({ kind, again, name }: { kind: AskedFor; again: boolean; name: string | null }) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');

  function ask(event: SubmitEvent) {
    event.preventDefault();
    if (lettersOver(words, MOST_LETTERS) > 0) return;
    const said = words.trim() === '' ? null : words;
    setOpen(false);
    setWords('');
    sending
      .add(LANES.asking, crypto.randomUUID(), { kind: 'request', asked_for: kind, words: said })
      .catch(() => {});
  }

  return (
    <>
      <Button kind="main" onClick={() => setOpen(true)}>
        {again ? t('Ask again') : t('Ask')} <span class="visually-hidden">{askTitle(kind)}</span>
      </Button>
      <Dialog title={askFor(kind)} open={open} onClose={() => setOpen(false)}>
        <form class="stack" onSubmit={ask}>
          <p>{confirmAsking(kind, name)}</p>
          <TextArea
            label={t('Say why, if you want to')}
            value={words}
            most={MOST_LETTERS}
            rows={2}
            onInput={setWords}
          />
          <Button kind="main" type="submit" wide>
            {t('Yes, ask')}
          </Button>
          <Button kind="quiet" wide onClick={() => setOpen(false)}>
            {t('Not now')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
