/** Where my plan is just now: it saves itself. */
import { icons, Status } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import type { PlanState } from './held_plan';
import css from './Saved.css?inline';

wear(css);

export function Saved({ state }: { state: PlanState }) {
  return (
    <div class="plan-saved">
      <icons.Lock />
      <Status>{inWords(state)}</Status>
    </div>
  );
}

function inWords(state: PlanState): string {
  switch (state) {
    case 'opening':
    case 'saved':
      return t('It saves by itself. Only you and your IRO see it.');
    case 'saving':
      return t('Saving…');
    case 'on_this_device':
      return t('Saved on this device.');
    case 'waiting':
      return t('No internet. It is safe here. We will send it soon.');
    case 'not_saved':
      return t('Not saved yet. Please do not close this page.');
    case 'needs_attention':
      return t('This did not send. It is safe here.');
  }
}
