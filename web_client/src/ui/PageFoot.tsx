/** The quiet end of every page: how it looks, the language, signing out. */

import { signal } from '@preact/signals';
import { t } from '../words';
import { Dialog } from './Dialog';
import { Gear } from './icons';
import { LanguageSwitch } from './LanguageSwitch';
import { lazy } from './lazy';
import { session } from './session';

const open = signal(false);
const Settings = lazy(() => import('./Settings').then(module => module.Settings));

/** Whose pages lock when they are left; staff's end instead. */
const OWN_PHONE: readonly string[] = ['child', 'carer', 'parent', 'professional'];

export function PageFoot() {
  const { me, newer, signOut } = session.value;
  return (
    <footer class="page__foot no-print">
      <button
        type="button"
        onClick={() => {
          open.value = true;
        }}
      >
        <Gear />
        {t('How it looks')}
      </button>
      {newer && (
        <button type="button" onClick={newer}>
          {t('A newer Cadair is ready. Change over')}
        </button>
      )}
      {me && OWN_PHONE.includes(me.job) && <a href="/my-phone">{t('My phone')}</a>}
      {me && <a href="/my-passphrase">{t('My passphrase')}</a>}
      {me && <LanguageSwitch />}
      {me && (
        <button type="button" onClick={signOut}>
          {t('Sign out')}
        </button>
      )}
      <Dialog
        title={t('How it looks')}
        open={open.value}
        onClose={() => {
          open.value = false;
        }}
      >
        <Settings
          onLeave={() => {
            open.value = false;
          }}
        />
      </Dialog>
    </footer>
  );
}
