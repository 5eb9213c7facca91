/** Help now: people to ring or text, on every page, also without internet. */
import { t } from '../words';
import { Dialog } from './Dialog';
import { lazy } from './lazy';
import { helpIsOpen } from './WaysOut';
import './HelpNow.css';

/** Fetched once the page is at rest, and kept on the device; two lines stand there whatever happens. */
const HelpLines = lazy(() => import('./HelpLines').then(module => module.HelpLines), Always);

export function HelpNow() {
  return (
    <Dialog
      title={t('Help now')}
      open={helpIsOpen.value}
      onClose={() => {
        helpIsOpen.value = false;
      }}
    >
      <p>{t('Nobody reads Cadair all the time. If it cannot wait, ring or text one of these.')}</p>
      <HelpLines />
    </Dialog>
  );
}

function Always() {
  return (
    <p class="row">
      <a href="tel:999">999</a>
      <a href="tel:08001111">Childline 0800 1111</a>
    </p>
  );
}
