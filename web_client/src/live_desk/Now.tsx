/** What is on the child's screen now, moving on, who leads, and my notes beside it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { LEVELS, type Level } from '../api/meeting';
import { levelMeans } from '../desk/meeting_names';
import { Select } from '../desk/Select';
import { Button, Status, TextArea } from '../ui';
import { calledIn } from '../ui/live/seats';
import { placeIn, speaker, tookOver, usualLead } from '../ui/live/state';
import { WordAsked } from '../ui/live/WordAsked';
import { t } from '../words';
import type { Desk } from './LiveDesk';

export function Now({ desk }: { desk: Desk }) {
  const { state, steps, room, called } = desk;
  const at = placeIn(steps, state);
  const step = steps[at];
  const who = speaker(step, state);
  const go = (to: number) => {
    const next = steps[to];
    if (next) void room.say({ kind: 'item', item: next.key });
  };
  const paused = state.phase === 'paused';
  return (
    <section class="desk-now" aria-labelledby="desk-now">
      <p class="soft small">{t('On {name}’s screen', { name: called })}</p>
      <h2 id="desk-now" dir="auto">
        {paused
          ? t('A break')
          : (step?.title ?? t('Not begun: {name} says hello first', { name: called }))}
      </h2>
      {step && !paused && (
        <p>
          {t('{name} speaks now.', {
            name: who === 'child' ? called : calledIn(state, who, desk.me),
          })}
        </p>
      )}
      {state.word && (
        <WordAsked word={state.word.word} onDone={() => void room.say({ kind: 'word_done' })} />
      )}
      <div class="row">
        <Button disabled={at <= 0} onClick={() => go(at - 1)}>
          {t('Back')}
        </Button>
        <Button kind="main" disabled={at === steps.length - 1} onClick={() => go(at + 1)}>
          {t('Next')}
        </Button>
        {paused ? (
          <Button onClick={() => void room.say({ kind: 'resumed' })}>{t('Go on')}</Button>
        ) : (
          <Button onClick={() => void room.say({ kind: 'paused', minutes: 5 })}>
            {t('Five minutes')}
          </Button>
        )}
      </div>
      <Leading desk={desk} />
      <Note key={state.item ?? ''} desk={desk} />
    </section>
  );
}

/** Who leads is the child's to say; the officer changes it with them, not for them. */
function Leading({ desk: { state, room, called, me } }: { desk: Desk }) {
  const over = tookOver(state);
  return (
    <div class="desk-now__lead">
      <Select
        label={t('How much {name} leads', { name: called })}
        value={String(state.level)}
        options={LEVELS.map(level => [String(level), levelMeans(level)])}
        onChange={key => void room.say({ kind: 'level', level: Number(key) as Level })}
      />
      {over && (
        <p>
          {t('{name} leads for now.', {
            name: over === 'child' ? called : calledIn(state, over, me),
          })}{' '}
          <Button
            kind="quiet"
            onClick={() => void room.say({ kind: 'led_by', led_by: usualLead(state.level) })}
          >
            {t('Back to how it was')}
          </Button>
        </p>
      )}
    </div>
  );
}

const LONGEST = 5000;
const AFTER_TYPING_MS = 900;

function Note({ desk: { state, room } }: { desk: Desk }) {
  const kept = state.notes.find(note => note.item === state.item)?.words ?? '';
  const [words, setWords] = useState(kept);
  const said = useRef(kept);
  const now = useRef(words);
  now.current = words.trim();
  const keep = () => {
    if (now.current === said.current) return;
    said.current = now.current;
    void room.say({ kind: 'note', item: state.item, words: now.current });
  };
  useEffect(() => {
    const timer = setTimeout(keep, AFTER_TYPING_MS);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => keep, []); // going on to the next thing keeps it too
  return (
    <div>
      <TextArea
        label={t('My note to this')}
        hint={t('Only you see it. It goes to the draft of the record.')}
        value={words}
        most={LONGEST}
        rows={3}
        onInput={setWords}
      />
      <Status>{words.trim() === kept ? (kept ? t('Kept.') : '') : t('Not kept yet.')}</Status>
    </div>
  );
}
