/** Asking for a break: five minutes, or for as long as it takes. */
import { t } from '../../words';
import { Button } from '../Button';
import { Dialog } from '../Dialog';

type Props = { open: boolean; onClose: () => void; onPause: (minutes: number | null) => void };

export function TakeABreak({ open, onClose, onPause }: Props) {
  const take = (minutes: number | null) => {
    onPause(minutes);
    onClose();
  };
  return (
    <Dialog title={t('Take a break')} open={open} onClose={onClose}>
      <div class="stack">
        <p>{t('You do not have to say why.')}</p>
        <Button kind="main" wide onClick={() => take(5)}>
          {t('Five minutes, please')}
        </Button>
        <Button wide onClick={() => take(null)}>
          {t('Stop for now')}
        </Button>
      </div>
    </Dialog>
  );
}
