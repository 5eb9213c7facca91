/** "You take over": my IRO or the person on my side, for now or for the rest. I can take it back. */
import { Button, Dialog } from '../ui';
import { tookOver, usualLead } from '../ui/live/state';
import { t } from '../words';
import { nameOf } from './MyTurn';
import type { Mine } from './mine';

const THEY_LEAD_BY_MY_LIST = 2;

type Props = { open: boolean; onClose: () => void; mine: Mine };

export function TakeOver({ open, onClose, mine }: Props) {
  const { room, facts, state } = mine;
  const officer = nameOf('officer', mine);
  const helper = facts.plan?.supporter?.person_id ?? null;
  const lead = (led_by: string) => {
    void room.say({ kind: 'led_by', led_by });
    onClose();
  };
  return (
    <Dialog title={t('You take over')} open={open} onClose={onClose}>
      <div class="stack">
        <p>{t('Anyone can need a rest. It is still your meeting.')}</p>
        <Button kind="main" wide onClick={() => lead('officer')}>
          {t('{name}, for now', { name: officer })}
        </Button>
        {helper && helper !== facts.officer?.id && (
          <Button wide onClick={() => lead(helper)}>
            {t('{name}, for now', { name: nameOf(helper, mine) })}
          </Button>
        )}
        {state.level > THEY_LEAD_BY_MY_LIST && (
          <Button
            wide
            onClick={() => {
              if (tookOver(state))
                void room.say({ kind: 'led_by', led_by: usualLead(state.level) });
              void room.say({ kind: 'level', level: THEY_LEAD_BY_MY_LIST });
              onClose();
            }}
          >
            {t('{name}, for the rest of it', { name: officer })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
