/** How much I lead, changed in the middle of the meeting: it is mine at every moment. */
import { LEVELS, type Level } from '../api/meeting';
import { Choices, Dialog } from '../ui';
import { chairFor } from '../ui/chair_for';
import { tookOver, usualLead } from '../ui/live/state';
import { LevelPicture } from '../ui/meeting/LevelPicture';
import { levelMeans, levelName } from '../ui/meeting/levels';
import { t } from '../words';
import { nameOf } from './MyTurn';
import type { Mine } from './mine';

type Props = { open: boolean; onClose: () => void; mine: Mine };

export function HowMuch({ open, onClose, mine }: Props) {
  const { me, facts, state, room } = mine;
  const officers = facts.officer ? (facts.officer.chair ?? chairFor(facts.officer.id)) : null;
  function choose(level: Level) {
    // Whoever took over gives it back: this is what I want from now on.
    if (tookOver(state)) void room.say({ kind: 'led_by', led_by: usualLead(state.level) });
    void room.say({ kind: 'level', level });
    onClose();
  }
  return (
    <Dialog title={t('How much do you want to lead?')} open={open} onClose={onClose}>
      <Choices
        legend={t('How much do you want to lead?')}
        legendHidden
        required
        options={LEVELS.map(level => ({
          key: String(level),
          say: levelName(level),
          more: levelMeans(level, nameOf('officer', mine)),
          picture: <LevelPicture level={level} mine={me.chair} officers={officers} />,
        }))}
        value={String(state.level)}
        onChoose={key => key && choose(Number(key) as Level)}
      />
    </Dialog>
  );
}
