/** The invitation's link, to pass on by hand. */
import { useId, useState } from 'preact/hooks';
import { Button, Status } from '../ui';
import { t } from '../words';

export function CopyLink({ link }: { link: string }) {
  const id = useId();
  const [said, setSaid] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(t('Copied.'));
    } catch {
      setSaid(t('This browser does not copy. Select the link and copy it yourself.'));
    }
  }

  return (
    <div class="copy-link">
      <div class="field">
        <label for={id} class="field__label">
          {t('Link')}
        </label>
        <p id={`${id}-hint`} class="field__hint">
          {t('Whoever has it can use it, once.')}
        </p>
        <input
          id={id}
          class="input"
          readOnly
          value={link}
          aria-describedby={`${id}-hint`}
          onFocus={event => event.currentTarget.select()}
        />
      </div>
      <Button onClick={() => void copy()}>{t('Copy the link')}</Button>
      <Status>{said}</Status>
    </div>
  );
}
