/** How many of a few: filled dots, with the number in words beside them. */
import { t } from '../words';

export function Dots({ filled, of }: { filled: number; of: number }) {
  if (of === 0) return <span class="soft">{t('Nobody asked')}</span>;
  return (
    <span class="dots">
      {of <= 8 && (
        <span class="dots__row" aria-hidden="true">
          {Array.from({ length: of }, (_, index) => (
            <span key={index} class="dots__dot" data-filled={index < filled || undefined} />
          ))}
        </span>
      )}
      {t('{filled} of {of}', { filled, of })}
    </span>
  );
}
