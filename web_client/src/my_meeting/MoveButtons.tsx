/** Two buttons that move one of a list by one place; the button that was pressed keeps the focus. */
import { icons } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './MoveButtons.css?inline';

wear(css);

type Props = {
  name: string;
  way: 'sideways' | 'up_and_down';
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
};

export function MoveButtons({ name, way, first, last, onMove }: Props) {
  const press = (by: -1 | 1, off: boolean) => (event: MouseEvent) => {
    const button = event.currentTarget as HTMLElement;
    if (off) return;
    onMove(by);
    setTimeout(() => button.focus()); // moving a row in the page takes the focus away
  };
  const sideways = way === 'sideways';
  return (
    <span class="move" data-way={way}>
      <button type="button" aria-disabled={first || undefined} onClick={press(-1, first)}>
        <icons.Back />
        <span class="visually-hidden">
          {sideways ? t('Move {name} left', { name }) : t('Move up: {name}', { name })}
        </span>
      </button>
      <button type="button" aria-disabled={last || undefined} onClick={press(1, last)}>
        <icons.Forward />
        <span class="visually-hidden">
          {sideways ? t('Move {name} right', { name }) : t('Move down: {name}', { name })}
        </span>
      </button>
    </span>
  );
}
