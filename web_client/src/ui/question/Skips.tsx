/** Not answering is an answer, too: two ways to say so. Press again to take it back. */
import type { Skip } from '../../api';
import { t } from '../../words';

type Props = { skip: Skip | null; onSkip: (skip: Skip | null) => void };
const SKIPS: Skip[] = ['dont_know', 'dont_want_to_say'];

export function Skips({ skip, onSkip }: Props) {
  return (
    <fieldset class="skips" aria-label={t('Or')}>
      {SKIPS.map(one => (
        <button
          key={one}
          type="button"
          class="skips__one"
          aria-pressed={skip === one}
          onClick={() => onSkip(skip === one ? null : one)}
        >
          {skipName(one)}
        </button>
      ))}
    </fieldset>
  );
}

export function skipName(skip: Skip): string {
  return { dont_know: t('I don’t know'), dont_want_to_say: t('I don’t want to say') }[skip];
}
