/** "I want this to happen": makes an answer a wish, which must get an answer. */
import { t } from '../../words';
import { StarPicture } from './pictures';

export function WishMark({ wish, onWish }: { wish: boolean; onWish: (wish: boolean) => void }) {
  return (
    <button type="button" class="wish-mark" aria-pressed={wish} onClick={() => onWish(!wish)}>
      <StarPicture filled={wish} />
      <span class="wish-mark__words">
        <span class="wish-mark__say">{t('I want this to happen')}</span>
        <span class="wish-mark__more">
          {wish
            ? t('It is a wish now. You will get an answer to it.')
            : t('Press this to make it a wish.')}
        </span>
      </span>
    </button>
  );
}
