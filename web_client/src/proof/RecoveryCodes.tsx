/** Ten codes, shown this once: to print, or to write down. */
import { Button, Notice } from '../ui';
import { t } from '../words';
import './proof.css';

type Props = { codes: string[]; onKept: () => void };

export function RecoveryCodes({ codes, onKept }: Props) {
  return (
    <div class="stack">
      <p>
        {t(
          'Each code lets you in once, instead of the code on your phone. Print them or write them down, and keep them where you keep your keys.',
        )}
      </p>
      <ul class="recovery-codes" role="list" aria-label={t('Your recovery codes')}>
        {codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Notice tone="care">{t('They are shown only now.')}</Notice>
      <div class="row no-print">
        <Button onClick={() => window.print()}>{t('Print them')}</Button>
        <Button kind="main" onClick={onKept}>
          {t('I have kept them')}
        </Button>
      </div>
    </div>
  );
}
