/** Before it begins: who is there already, and the first word, which can be mine. */
import { Button, Chair, LinkButton } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './controls.css?inline';
import { nameOf } from './MyTurn';
import type { Mine } from './mine';
import { pressed } from './pressed';

wear(css);

/** @prop closed Nobody has opened it yet, or it is not for me. */
type Props = { mine: Mine; away: boolean; closed: boolean };

export function Begin({ mine, away, closed }: Props) {
  const { me, state, room, steps } = mine;
  const officer = nameOf('officer', mine);
  const open = state.phase !== 'waiting';
  return (
    <section class="live-begin" aria-labelledby="begin">
      {state.people.length === 0 && <Chair look={me.chair} size={132} lit={open} />}
      <h2 id="begin">{open ? t('Ready when you are') : t('Not yet')}</h2>
      <p>
        {open
          ? t('Wait till you are all there. Then you can begin.')
          : t('{name} opens the meeting when it is time.', { name: officer })}
      </p>
      {(open || (away && !closed)) && (
        <Button
          kind="main"
          onClick={() => {
            pressed.mine = true;
            if (steps[0]) void room.say({ kind: 'item', item: steps[0].key });
          }}
        >
          {t('We begin')}
        </Button>
      )}
      <LinkButton kind="quiet" to="/meeting/script">
        {t('Look at my script')}
      </LinkButton>
    </section>
  );
}
