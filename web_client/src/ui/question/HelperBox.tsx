/** The words of whoever helps, apart from the author's own and labelled as theirs. */
import type { Helper } from '../../api';
import { t } from '../../words';
import { OwnWords } from './OwnWords';

type Props = { helper: Helper; words: string | null; onWords: (words: string) => void };

export function HelperBox({ helper, words, onWords }: Props) {
  return (
    <section class="helper-box" aria-label={t('{name}’s words', { name: helper.name })}>
      <p class="helper-box__who">
        {t('{name} is helping. These words are {name}’s, not yours.', { name: helper.name })}
      </p>
      <OwnWords
        label={t('Add {name}’s words', { name: helper.name })}
        folded
        words={words}
        onWords={onWords}
      />
    </section>
  );
}
