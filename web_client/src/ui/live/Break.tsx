/** A break: nothing is asked of anybody until somebody goes on. */
import { t, tn } from '../../words';
import { Button } from '../Button';
import { wear } from '../wear';
import css from './live.css?inline';

wear(css);

type Props = { minutes: number | null; onGoOn?: (() => void) | null };

export function Break({ minutes, onGoOn }: Props) {
  return (
    <section class="live-break" aria-labelledby="break">
      <CupPicture />
      <h2 id="break">{t('We take a break')}</h2>
      <p>
        {minutes
          ? tn(
              'About {n} minute. There is no rush.',
              'About {n} minutes. There is no rush.',
              minutes,
            )
          : t('We go on when you want.')}
      </p>
      {onGoOn && (
        <Button kind="main" onClick={onGoOn}>
          {t('Go on')}
        </Button>
      )}
    </section>
  );
}

function CupPicture() {
  return (
    <svg viewBox="0 0 120 100" width="144" height="120" aria-hidden="true" focusable="false">
      <ellipse cx="56" cy="88" rx="46" ry="7" fill="var(--glow-soft)" />
      <path
        d="M44 8c-6 7 6 10 0 18M58 8c-6 7 6 10 0 18M72 8c-6 7 6 10 0 18"
        fill="none"
        stroke="var(--edge)"
        stroke-width="3"
        stroke-linecap="round"
        opacity="0.6"
      />
      <path
        d="M84 44h9c8 0 11 5 11 10s-4 12-13 12h-9"
        fill="none"
        stroke="var(--accent)"
        stroke-width="6"
      />
      <path d="M26 36h62v22c0 17-12 28-31 28S26 75 26 58z" fill="var(--accent)" />
      <path d="M26 48h62v6H26z" fill="var(--glow)" />
    </svg>
  );
}
