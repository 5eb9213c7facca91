/** Grey lines where words will be: the page keeps its shape while it loads. */
import { t } from '../words';
import './Skeleton.css';

export function Skeleton({ lines = 3, tall }: { lines?: number; tall?: boolean }) {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{t('Loading…')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          class={tall ? 'skeleton__line skeleton__line--tall' : 'skeleton__line'}
          aria-hidden="true"
        />
      ))}
    </div>
  );
}
