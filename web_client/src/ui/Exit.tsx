/** Leaves at once: covers the page, forgets, and goes to a plain site. Shift three times does the same. */
import { render } from 'preact';
import { readOnDevice, writeOnDevice } from '../on_device';
import { t } from '../words';
import { Leave } from './icons';
import { session } from './session';
import './Exit.css';

const ELSEWHERE = 'https://www.bbc.co.uk/weather';
const SHIFTS = 3;
const WITHIN_MS = 3000;

export function Exit() {
  return (
    <button
      type="button"
      class="way-out way-out--exit"
      onClick={() => leaveNow()}
      title={t('Leave this site at once. You can also press Shift three times.')}
    >
      <Leave />
      {t('Exit')}
    </button>
  );
}

type Address = Pick<Location, 'replace' | 'reload'>;

/** The cover comes first and by itself, so that it is painted at once, also on a slow phone. */
export function leaveNow(address: Address = location): void {
  // An open window lies over everything else, also over the cover.
  for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
  const cover = document.createElement('div');
  cover.className = 'exit-cover';
  document.body.append(cover);
  document.title = '…';
  setTimeout(() => {
    const app = document.getElementById('app');
    if (app) render(null, app);
    address.replace(ELSEWHERE);
  });
  remember(true);
  session.value.leave();
}

export function watchForLeaving(address: Address = location): void {
  let presses: number[] = [];
  addEventListener('keydown', event => {
    if (event.key !== 'Shift' || event.repeat) {
      presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].filter(at => event.timeStamp - at < WITHIN_MS);
    if (presses.length >= SHIFTS) leaveNow(address);
  });
  // A browser may keep the page as it was for Back; whoever comes back may be somebody else.
  addEventListener('pagehide', event => {
    document.documentElement.hidden = event.persisted;
  });
  addEventListener('pageshow', event => {
    if (event.persisted) wasLeft() ? address.replace(ELSEWHERE) : address.reload();
  });
}

/** Whether somebody presses Back after leaving: then nothing is shown, and they leave again. */
export function leavesAgain(address: Address = location): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type !== 'back_forward') remember(false);
  if (!wasLeft()) return false;
  navigator.sendBeacon?.('/api/sign-out');
  address.replace(ELSEWHERE);
  return true;
}

/** On the device: a tab that goes to another site and comes back remembers nothing by itself. */
function remember(left: boolean): void {
  writeOnDevice('left', left ? 'yes' : null);
}

function wasLeft(): boolean {
  return readOnDevice('left') !== null;
}
