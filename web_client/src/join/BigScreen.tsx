/** The screen in the middle of the room: what it is about now, in letters that the whole table can read. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { guestDoor, live } from '../api/live';
import type { LiveRoom } from '../drafts/live_room';
import { useLiveRoom } from '../drafts/use_live';
import { Button, Page, ProblemNotice, Skeleton } from '../ui';
import { Aloud } from '../ui/live/Aloud';
import { Break } from '../ui/live/Break';
import { calledIn, seatsOf } from '../ui/live/seats';
import { isOver, speaker } from '../ui/live/state';
import { stepNow, titleNow } from '../ui/live/steps';
import { WordAsked } from '../ui/live/WordAsked';
import { useWakeLock } from '../ui/live/wake_lock';
import { ChairsInARow } from '../ui/meeting/ChairsInARow';
import { wear } from '../ui/wear';
import { t } from '../words';
import { CodeField, isWhole } from './CodeField';
import css from './join.css?inline';

wear(css);

export function BigScreen() {
  const room = useLiveRoom(guestDoor);
  const [code, setCode] = useState('');
  const { told, problem, line } = room.shown.value;
  if (told && problem?.code !== 'not_joined') return <Shown room={room} code={code} />;
  if (!problem && line === 'joining') {
    return (
      <Page title={t('The big screen')}>
        <Skeleton lines={2} />
      </Page>
    );
  }
  return <Ask room={room} code={code} setCode={setCode} />;
}

type AskProps = { room: LiveRoom; code: string; setCode: (code: string) => void };

function Ask({ room, code, setCode }: AskProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function show(event: SubmitEvent) {
    event.preventDefault();
    if (!isWhole(code) || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      room.enter(await live.showOnScreen(code));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }
  return (
    <Page
      title={t('The big screen')}
      lead={t('For a screen that everyone in the room can see.')}
      back={{ to: '/', label: t('Start') }}
    >
      <form class="stack" onSubmit={show}>
        <CodeField value={code} onInput={setCode} />
        {problem && <ProblemNotice problem={problem} />}
        <Button kind="main" type="submit" wide busy={busy} disabled={!isWhole(code)}>
          {t('Show the meeting')}
        </Button>
      </form>
    </Page>
  );
}

function Shown({ room, code }: { room: LiveRoom; code: string }) {
  const { told, line } = room.shown.value;
  const runs = told !== null && !isOver(told.state);
  useWakeLock(runs);
  if (!told) return null;
  const { state, plan } = told;
  const who = speaker(stepNow(plan, state), state);
  const names = {
    step: () => titleNow(plan, state),
    lead: (key: string) => calledIn(state, key),
  };
  return (
    <Page title={t('The big screen')} titleHidden width="full">
      <Aloud state={state} names={names} />
      <div class="big">
        <ChairsInARow label={t('Who is here')} seats={seatsOf(state, who, null)} size={72} />
        {state.phase === 'paused' ? (
          <Break minutes={state.pause_minutes} />
        ) : (
          <div class="big__now">
            <h2 dir="auto">{runs ? titleNow(plan, state) : t('The meeting is over')}</h2>
            {runs && state.item && <p>{t('{name} speaks now.', { name: calledIn(state, who) })}</p>}
            {runs && state.word && <WordAsked word={state.word.word} />}
          </div>
        )}
        <p class="big__join" role="status">
          {line === 'away' ? (
            t('No internet just now. This page goes on by itself.')
          ) : code && runs ? (
            <>
              {t('On your phone: {address}', { address: `${location.host}/room` })}
              <strong>{code}</strong>
            </>
          ) : (
            t('Cadair: the chair is yours.')
          )}
        </p>
      </div>
    </Page>
  );
}
