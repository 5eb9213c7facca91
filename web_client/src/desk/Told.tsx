/** What a child will be told, word for word, before it is decided. */
import { t } from '../words';
import './told.css';

export function Told({ by, words }: { by: string | null; words: string }) {
  return (
    <div class="told">
      <p class="soft small">{by ? t('{name} reads:', { name: by }) : t('Each child reads:')}</p>
      <blockquote>{words}</blockquote>
    </div>
  );
}
