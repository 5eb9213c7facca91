/** Home when no review is open: kind, and still mine. */
import type { Contribution } from '../api';
import { Card, Chair, LinkButton } from '../ui';
import { t } from '../words';

type Props = { said: Contribution[]; ended: boolean };

export function NoReview({ said, ended }: Props) {
  return (
    <Card tone="glow">
      <div class="no-review">
        <div class="no-review__chairs" aria-hidden="true">
          <Chair look={{ shape: 'rocker', colour: 'coral', pattern: 'stripes' }} size={72} />
          <Chair look={{ shape: 'beanbag', colour: 'teal', pattern: 'plain' }} size={88} />
          <Chair look={{ shape: 'stool', colour: 'plum', pattern: 'dots' }} size={72} />
        </div>
        <h2>{t('No review just now')}</h2>
        {ended && <p>{t('Your last review is not needed any more. What you said is kept.')}</p>}
        <p>
          {t('When the next one comes near, you will see it here. Then you can have your say.')}
        </p>
        <p>{t('If you cannot wait, talk to your IRO or someone you trust.')}</p>
        {said.length > 0 && (
          <p>
            <LinkButton to="/said">{t('Read what I said before')}</LinkButton>
          </p>
        )}
      </div>
    </Card>
  );
}
