/** Somebody would like easy words. Nobody in the room is told who. */
import { t } from '../../words';
import { Button } from '../Button';
import { wear } from '../wear';
import css from './live.css?inline';
import { wordSays } from './told_aloud';

wear(css);

type Props = { word: string | null; onDone?: (() => void) | null };

export function WordAsked({ word, onDone }: Props) {
  return (
    <div class="live-word">
      <SpeechPicture />
      <p dir="auto">{wordSays(word)}</p>
      {onDone && <Button onClick={onDone}>{t('It is clear now')}</Button>}
    </div>
  );
}

function SpeechPicture() {
  return (
    <svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true" focusable="false">
      <path
        d="M6 10c0-2.500 2-4.500 4.500-4.500h27c2.500 0 4.500 2 4.500 4.500v17c0 2.500-2 4.500-4.500 4.500H23l-9.500 9v-9h-3C8 31.500 6 29.500 6 27z"
        fill="var(--surface)"
        stroke="var(--on-glow)"
        stroke-width="2.600"
        stroke-linejoin="round"
      />
      <path
        d="M20 15c.5-3 7.500-3.200 7.500.8 0 3-3.500 2.700-3.500 5.700M24 26v.3"
        fill="none"
        stroke="var(--on-glow)"
        stroke-width="3"
        stroke-linecap="round"
      />
    </svg>
  );
}
