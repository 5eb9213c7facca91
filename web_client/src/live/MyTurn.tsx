/** What it is about now, whose turn it is, and what I can say. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button, Progress } from '../ui';
import css from '../ui/live/live.css?inline';
import { calledIn } from '../ui/live/seats';
import { minutesToGo, speaker, tookOver, usualLead } from '../ui/live/state';
import { ReadAloud } from '../ui/question';
import { wear } from '../ui/wear';
import { t, tn } from '../words';
import type { Mine } from './mine';
import { pressed } from './pressed';

wear(css);

export function MyTurn({ mine }: { mine: Mine }) {
  const { state, steps, at, room } = mine;
  const step = steps[at];
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever pressed Next is brought along; whoever did not is told, and left where they are.
  useLayoutEffect(() => {
    if (pressed.mine) heading.current?.focus();
    pressed.mine = false;
  }, [step?.key]);
  if (!step) return <NotForMe mine={mine} />;
  const who = speaker(step, state);
  const over = tookOver(state);
  return (
    <>
      <Progress
        label={t('Where we are')}
        steps={steps.map((one, place) => ({
          key: one.key,
          say: one.title,
          state: place < at ? 'done' : place === at ? 'now' : 'later',
        }))}
      />
      <section class="live-now" aria-labelledby="live-now">
        <h2 id="live-now" ref={heading} tabIndex={-1} dir="auto">
          {step.title}
        </h2>
        <p class="live-now__who">
          {who === 'child'
            ? t('Your turn. You can say:')
            : t('{name} speaks now.', { name: nameOf(who, mine) })}
        </p>
        {step.words && !over && (
          <p class="live-now__words" dir="auto">
            {step.words}
          </p>
        )}
        {step.words && !over && <ReadAloud text={step.words} />}
        {over && (
          <Button onClick={() => void room.say({ kind: 'led_by', led_by: usualLead(state.level) })}>
            {usualLead(state.level) === 'child'
              ? t('I lead again')
              : t('{name} leads again', { name: nameOf('officer', mine) })}
          </Button>
        )}
        <p class="soft">
          {at === steps.length - 1
            ? t('This is the end. {name} closes the meeting.', { name: nameOf('officer', mine) })
            : toGo(mine)}
        </p>
      </section>
    </>
  );
}

function toGo({ steps, at, facts }: Mine): string {
  const n = minutesToGo(steps, at, facts.plan?.minutes ?? null);
  if (n !== null) return t('About {n} minutes to go. Take your time.', { n });
  const after = steps.length - 1 - at;
  return tn(
    '{n} more thing after this. Take your time.',
    '{n} more things after this. Take your time.',
    after,
  );
}

/** What they talk about is not one of my things: a part that I am not there for. */
function NotForMe({ mine }: { mine: Mine }) {
  return (
    <section class="live-now" aria-labelledby="live-now">
      <h2 id="live-now">{t('Something else just now')}</h2>
      <p class="live-now__words">
        {t('{name} will tell you. You can press Next at any time.', {
          name: nameOf('officer', mine),
        })}
      </p>
    </section>
  );
}

export function nameOf(key: string, { state, facts }: Mine): string {
  if (key === 'officer') return facts.officer?.called ?? t('your IRO');
  const known = facts.circle.find(one => one.id === key);
  return known?.called ?? calledIn(state, key);
}
