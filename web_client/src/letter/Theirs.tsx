/** Somebody else kept this letter meanwhile: both stand here, and nothing is lost. */
import type { KeptMeanwhile } from '../api/letters';
import { Button, Notice } from '../ui';
import { t } from '../words';
import type { Writing } from './writing';

export function Theirs({ writing, theirs }: { writing: Writing; theirs: KeptMeanwhile }) {
  return (
    <Notice
      tone="care"
      announced
      title={t('Someone else changed this letter while you were writing')}
    >
      <p>{t('Nothing is lost. Yours stands below, theirs here. Choose one.')}</p>
      <div class="letter__sheet" lang={theirs.language} dir="auto">
        {theirs.paragraphs.map(one => (
          <p key={one.key}>{one.words}</p>
        ))}
      </div>
      <div class="row">
        <Button kind="main" onClick={() => writing.settle(true)}>
          {t('Keep mine')}
        </Button>
        <Button onClick={() => writing.settle(false)}>{t('Keep theirs and drop mine')}</Button>
      </div>
    </Notice>
  );
}
