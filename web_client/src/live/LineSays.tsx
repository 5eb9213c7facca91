/** Whether my screen and the others are in step; without internet I can go on. */
import type { Line } from '../drafts/live_room';
import css from '../ui/live/live.css?inline';
import { wear } from '../ui/wear';
import { t } from '../words';

wear(css);

type Props = { line: Line; waiting: number; told: boolean };

export function LineSays({ line, waiting, told }: Props) {
  const says =
    line === 'away'
      ? t('No internet just now. Go on: your screen still works.')
      : line === 'here' && waiting > 0
        ? t('One moment. The others get it now.')
        : '';
  return (
    <div role="status" aria-live="polite">
      {says && (line === 'away' || told) && <p class="live-line">{says}</p>}
    </div>
  );
}
