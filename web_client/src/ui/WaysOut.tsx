/** The two ways out, and Cadair's name before them: in the same place on every page and over every window. */
import { signal } from '@preact/signals';
import { t } from '../words';
import { Exit } from './Exit';
import { Heart } from './icons';

/** Whether Help now stands open, whoever opened it. */
export const helpIsOpen = signal(false);

/** For a screen that wants to offer help itself. */
export function openHelpNow(): void {
  helpIsOpen.value = true;
}

export function WaysOut() {
  return (
    <>
      <a class="page__brand" href="/">
        <svg viewBox="0 0 40 40" aria-hidden="true" focusable="false">
          <path
            class="page__brand-back"
            d="M12 7c0-2 1.5-3.5 3.5-3.5h9C26.5 3.5 28 5 28 7v15H12z"
          />
          <path
            class="page__brand-seat"
            d="M9 23h22v2.5c0 1.7-1.3 3-3 3H12c-1.7 0-3-1.3-3-3zM12.5 28v8.5M27.5 28v8.5"
          />
        </svg>
        Cadair
      </a>
      <div class="page__ways-out">
        <button
          type="button"
          class="way-out way-out--help"
          aria-haspopup="dialog"
          onClick={openHelpNow}
        >
          <Heart />
          {t('Help now')}
        </button>
        <Exit />
      </div>
    </>
  );
}
