/** Beside words for a child: whether they are easy to read, as they are typed. */
import { t } from '../words';
import { EASY, levelOf } from './reading_level';

/** The grade is of English alone; the length of a sentence counts in every language. */
export function ReadingLevel({ words, language }: { words: string; language: string }) {
  const level = levelOf(words);
  if (!level) return null;
  if (level.longest > EASY.longest) {
    return (
      <p class="soft small" role="status">
        {t('One sentence has {n} words. Make it two.', { n: level.longest })}
      </p>
    );
  }
  if (language === 'en' && level.grade > EASY.grade) {
    return (
      <p class="soft small" role="status">
        {t('Reading age about {n}. Shorter words are easier.', { n: level.grade + 5 })}
      </p>
    );
  }
  return <p class="soft small">{t('Easy to read')}</p>;
}
