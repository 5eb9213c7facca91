/** One choice out of a few, as pictures with their names: arrow keys move, and choosing is moving. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { icons } from '../ui';
import './Tiles.css';

type Tile<Key extends string> = { key: Key; say: string; picture: ComponentChildren };
type Props<Key extends string> = {
  legend: string;
  options: Tile<Key>[];
  value: Key;
  onChoose: (key: Key) => void;
  /** More of them in a row. */
  small?: boolean;
};

export function Tiles<Key extends string>({ legend, options, value, onChoose, small }: Props<Key>) {
  const name = useId();
  return (
    <fieldset class="tiles">
      <legend class="tiles__legend">{legend}</legend>
      <div class={small ? 'tiles__all tiles__all--small' : 'tiles__all'}>
        {options.map(({ key, say, picture }) => (
          <label key={key} class="tile" data-chosen={key === value || undefined}>
            <input
              type="radio"
              name={name}
              value={key}
              checked={key === value}
              onChange={() => onChoose(key)}
            />
            {picture}
            <span class="tile__say">{say}</span>
            {key === value && (
              <span class="tile__tick" aria-hidden="true">
                <icons.Tick />
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
