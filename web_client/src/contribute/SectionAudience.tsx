/** Who will see a section, said before a word is written, and changed in two taps. */
import { useState } from 'preact/hooks';
import type { Audience } from '../api';
import { Button, Choices, icons } from '../ui';
import { t } from '../words';
import { AUDIENCES, seenBy, seenByHeading, seenByMeans } from './seen_by';

type Props = {
  audience: Audience;
  fixed: boolean;
  child: string;
  onChange: (audience: Audience) => void;
};

export function SectionAudience({ audience, fixed, child, onChange }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div class="section-audience" data-audience={audience}>
      <div class="section-audience__line">
        {audience === 'only_my_iro' ? <icons.Lock /> : <icons.Eye />}
        <p>
          {t('Who will see this:')} <strong>{seenBy(audience, child)}</strong>
        </p>
        {!fixed && (
          <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('Done') : t('Change')}
          </Button>
        )}
      </div>
      {open && (
        <Choices
          legend={t('Who will see this part?')}
          required
          options={AUDIENCES.map(key => ({
            key,
            say: seenByHeading(key, child),
            more: seenByMeans(key, child),
          }))}
          value={audience}
          onChoose={key => key && onChange(key as Audience)}
        />
      )}
    </div>
  );
}
