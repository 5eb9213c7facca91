/** The meeting as everybody in the room sees it: what it is about now, who speaks, and two things to ask for. */
import { useState } from 'preact/hooks';
import type { Snapshot } from '../../api/live';
import type { LiveRoom } from '../../drafts/live_room';
import { t } from '../../words';
import { Button } from '../Button';
import { ChairsInARow } from '../meeting/ChairsInARow';
import { ruleWords } from '../meeting/rules';
import { Notice } from '../Notice';
import { ProblemNotice } from '../ProblemNotice';
import { wear } from '../wear';
import { Aloud } from './Aloud';
import { AskWord } from './AskWord';
import { Break } from './Break';
import { useComingIn } from './come_in';
import css from './live.css?inline';
import { calledIn, seatsOf } from './seats';
import { isOver, shownState, speaker } from './state';
import { stepNow, stepsOf, titleNow } from './steps';
import { WordAsked } from './WordAsked';
import { useWakeLock } from './wake_lock';

wear(css);

export function RoomView({ room }: { room: LiveRoom }) {
  const { told, waiting, line, refused } = room.shown.value;
  const guest = told?.me.role === 'guest';
  useComingIn(guest ? null : (told?.state ?? null), told?.me.id ?? null, saying =>
    room.say(saying),
  );
  useWakeLock(told !== null && !isOver(told.state));
  if (!told) return null;
  const { me, plan } = told;
  const state = shownState(told.state, waiting, me.id);
  const runs = !isOver(state) && state.phase !== 'waiting';
  const step = stepNow(plan, state);
  const who = runs ? speaker(step, state) : '';
  const names = {
    step: () => titleNow(plan, state),
    lead: (key: string) => calledIn(state, key, me.id),
  };
  return (
    <>
      <Aloud state={state} names={names} />
      {line === 'away' && (
        <p class="live-line" role="status">
          {t('No internet just now. This page goes on by itself.')}
        </p>
      )}
      {refused && <ProblemNotice problem={refused} onRetry={() => void room.letGo()} />}
      {state.not_ok && <LookAfter room={room} />}
      {state.phase !== 'paused' && (
        <ChairsInARow label={t('Who is here')} seats={seatsOf(state, who, me.id)} />
      )}
      {isOver(state) && <Over adjourned={state.phase === 'adjourned'} />}
      {state.phase === 'paused' && <Break minutes={state.pause_minutes} />}
      {state.phase === 'running' && (
        <section class="live-now" aria-labelledby="live-now">
          <h2 id="live-now" dir="auto">
            {state.item ? titleNow(plan, state) : t('We begin soon')}
          </h2>
          {state.item && (
            <p class="live-now__who">
              {t('{name} speaks now.', { name: calledIn(state, who, me.id) })}
            </p>
          )}
        </section>
      )}
      {runs && state.word && <WordAsked word={state.word.word} />}
      {runs && <Asking room={room} told={told} up={state.hands.includes(me.id ?? '')} />}
      {runs && mayMove(told) && <Moving room={room} told={told} item={state.item} />}
      <Rules rules={plan.ground_rules.map(ruleWords)} />
    </>
  );
}

function mayMove({ me, state }: Snapshot): boolean {
  return me.role === 'helper' || (me.id !== null && state.led_by === me.id);
}

/** For the one who helps the child, who may hold the run-sheet for them. */
function Moving({ room, told, item }: { room: LiveRoom; told: Snapshot; item: string | null }) {
  const steps = stepsOf(told.plan);
  if (steps.length === 0) return null;
  const at = steps.findIndex(step => step.key === item);
  const go = (to: number) => {
    const step = steps[to];
    if (step) void room.say({ kind: 'item', item: step.key });
  };
  return (
    <div class="live-moving">
      <Button disabled={at <= 0} onClick={() => go(at - 1)}>
        {t('Back')}
      </Button>
      <Button kind="main" disabled={at === steps.length - 1} onClick={() => go(at + 1)}>
        {t('Next')}
      </Button>
    </div>
  );
}

type AskingProps = { room: LiveRoom; told: Snapshot; up: boolean };

function Asking({ room, up }: AskingProps) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="live-asking">
      <Button aria-pressed={up} onClick={() => void room.say({ kind: 'hand', up: !up })}>
        {up ? t('Put my hand down') : t('Put my hand up')}
      </Button>
      <Button onClick={() => setAsking(true)}>{t('Explain that word')}</Button>
      <AskWord
        open={asking}
        onClose={() => setAsking(false)}
        onAsk={word => void room.say({ kind: 'word', word })}
      />
    </div>
  );
}

/** Only the officer and the one who helps the child are ever told. */
function LookAfter({ room }: { room: LiveRoom }) {
  return (
    <Notice tone="care" title={t('Someone is not OK')}>
      <p>{t('Only you and the IRO can see this. Please look after them.')}</p>
      <Button onClick={() => void room.say({ kind: 'not_ok', up: false })}>
        {t('I am looking after them')}
      </Button>
    </Notice>
  );
}

function Over({ adjourned }: { adjourned: boolean }) {
  return (
    <section class="live-now">
      <h2>{adjourned ? t('We stop here for today') : t('The meeting is over')}</h2>
      <p class="live-now__words">
        {adjourned ? t('We meet again on another day.') : t('Thank you for being here.')}
      </p>
    </section>
  );
}

function Rules({ rules }: { rules: string[] }) {
  if (rules.length === 0) return null;
  return (
    <details class="live-rules">
      <summary>{t('Our rules')}</summary>
      <ul>
        {rules.map(rule => (
          <li key={rule} dir="auto">
            {rule}
          </li>
        ))}
      </ul>
    </details>
  );
}
