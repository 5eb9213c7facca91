/** Back and Next, big and always in the same place. */
import { Button } from '../ui';
import { speaker } from '../ui/live/state';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './controls.css?inline';
import type { Mine } from './mine';
import { pressed } from './pressed';

wear(css);

export function Controls({ mine }: { mine: Mine }) {
  const { steps, at, room, state } = mine;
  const last = at === steps.length - 1;
  const leads = speaker(steps[at], state) === 'child';
  function go(to: number) {
    const step = steps[to];
    if (!step) return;
    pressed.mine = true;
    void room.say({ kind: 'item', item: step.key });
  }
  return (
    <div class="live-controls">
      <Button disabled={at <= 0} onClick={() => go(at - 1)}>
        {t('Back')}
      </Button>
      <Button kind={leads && !last ? 'main' : 'plain'} disabled={last} onClick={() => go(at + 1)}>
        {t('Next')}
      </Button>
    </div>
  );
}
