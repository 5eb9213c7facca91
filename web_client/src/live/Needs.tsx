/** What I may need in the middle of it: a break, easy words, somebody to take over, or out. One tap each. */
import { useState } from 'preact/hooks';
import { AskWord } from '../ui/live/AskWord';
import { TakeABreak } from '../ui/live/TakeABreak';
import { levelName } from '../ui/meeting/levels';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './controls.css?inline';
import { HowMuch } from './HowMuch';
import type { Mine } from './mine';
import { NotOk } from './NotOk';
import { BubblePicture, CupPicture, HandsPicture, HeartPicture, LightPicture } from './pictures';
import { TakeOver } from './TakeOver';

wear(css);

type Open = 'break' | 'word' | 'over' | 'not_ok' | 'level' | null;

export function Needs({ mine }: { mine: Mine }) {
  const { room, state } = mine;
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <section aria-labelledby="needs" class="stack">
      <h2 id="needs" class="visually-hidden">
        {t('What I need')}
      </h2>
      <div class="live-needs">
        {state.phase === 'running' && (
          <button type="button" onClick={() => setOpen('break')}>
            <CupPicture />
            {t('A break')}
          </button>
        )}
        <button type="button" onClick={() => setOpen('word')}>
          <BubblePicture />
          {t('Explain that word')}
        </button>
        <button type="button" onClick={() => setOpen('over')}>
          <HandsPicture />
          {t('You take over')}
        </button>
        <button type="button" onClick={() => setOpen('not_ok')}>
          <HeartPicture />
          {t('I’m not OK')}
        </button>
        <button type="button" onClick={() => setOpen('level')}>
          <LightPicture />
          {levelName(state.level)}
          <span class="visually-hidden">: {t('change how much I lead')}</span>
        </button>
      </div>
      <TakeABreak
        open={open === 'break'}
        onClose={close}
        onPause={minutes => void room.say({ kind: 'paused', minutes })}
      />
      <AskWord
        open={open === 'word'}
        onClose={close}
        onAsk={word => void room.say({ kind: 'word', word })}
      />
      <TakeOver open={open === 'over'} onClose={close} mine={mine} />
      <NotOk open={open === 'not_ok'} onClose={close} mine={mine} />
      <HowMuch open={open === 'level'} onClose={close} mine={mine} />
    </section>
  );
}
