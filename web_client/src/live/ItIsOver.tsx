/** The end of the meeting: it was mine, and now I may say how it was. */
import { useEffect, useState } from 'preact/hooks';
import { Chair, LinkButton } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './controls.css?inline';
import { nowHeld } from './held';
import type { Mine } from './mine';

wear(css);

export function ItIsOver({ mine: { me, state, reviewId } }: { mine: Mine }) {
  const done = state.phase === 'ended';
  // The way on says no id: this device must know first which meeting it was.
  const [known, setKnown] = useState(false);
  useEffect(() => {
    if (done) void nowHeld(reviewId).then(() => setKnown(true));
  }, [done, reviewId]);
  return (
    <section class="live-begin" aria-labelledby="over">
      <Chair look={me.chair} size={132} lit />
      <h2 id="over">{done ? t('You did it') : t('We stop here for today')}</h2>
      <p>
        {done
          ? t('That was your meeting. Thank you for all you said.')
          : t('We meet again on another day. All that you said is kept.')}
      </p>
      {done && known && (
        <LinkButton kind="main" to="/how-was-it">
          {t('How was it?')}
        </LinkButton>
      )}
      {done && <LinkButton to="/decided">{t('What we decided')}</LinkButton>}
      <LinkButton kind={done ? 'quiet' : 'main'} to="/">
        {t('Home')}
      </LinkButton>
    </section>
  );
}
