/** "I'm not OK": told in silence to my IRO and the person on my side, and to nobody else. */
import { useState } from 'preact/hooks';
import { Button, Dialog, openHelpNow } from '../ui';
import { t } from '../words';
import { nameOf } from './MyTurn';
import type { Mine } from './mine';

type Props = { open: boolean; onClose: () => void; mine: Mine };

export function NotOk({ open, onClose, mine }: Props) {
  const [told, setTold] = useState(false);
  const { room, facts } = mine;
  const officer = nameOf('officer', mine);
  const helper = facts.plan?.supporter?.person_id;
  const away = room.shown.value.line === 'away';
  const close = () => {
    setTold(false);
    onClose();
  };
  return (
    <Dialog title={t('I’m not OK')} open={open} onClose={close}>
      {told ? (
        <div class="stack">
          <p role="status">
            {away
              ? t('There is no internet. {name} sees it when it is back.', { name: officer })
              : t('{name} sees it now.', { name: officer })}
          </p>
          <p>{t('You can go out. You can stop. You can just wait.')}</p>
          <Button
            kind="main"
            wide
            onClick={() => {
              void room.say({ kind: 'paused', minutes: null });
              close();
            }}
          >
            {t('Take a break')}
          </Button>
          <Button wide onClick={openHelpNow}>
            {t('Help now')}
          </Button>
          <Button kind="quiet" onClick={close}>
            {t('Go on')}
          </Button>
        </div>
      ) : (
        <div class="stack">
          <p>
            {helper && helper !== facts.officer?.id
              ? t('Only {name} and {helper} see this. It makes no sound.', {
                  name: officer,
                  helper: nameOf(helper, mine),
                })
              : t('Only {name} sees this. It makes no sound.', { name: officer })}
          </p>
          <Button
            kind="main"
            wide
            onClick={() => {
              void room.say({ kind: 'not_ok', up: true });
              setTold(true);
            }}
          >
            {t('Tell {name}', { name: officer })}
          </Button>
          <Button kind="quiet" onClick={close}>
            {t('Not now')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
