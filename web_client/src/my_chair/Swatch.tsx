/** A piece of cloth. Decoration: its name stands under it. */
import { useId } from 'preact/hooks';
import type { ChairLook } from '../api';
import { Cloth, SHADES } from '../ui/chair_cloth';

type Props = Pick<ChairLook, 'colour' | 'pattern'> & { big?: boolean };

export function Swatch({ colour, pattern, big }: Props) {
  const id = `swatch${useId()}`;
  const shades = SHADES[colour];
  return (
    <svg
      class={big ? 'swatch swatch--big' : 'swatch'}
      viewBox={big ? '0 0 76 60' : '0 0 48 48'}
      aria-hidden="true"
      focusable="false"
    >
      <Cloth id={id} pattern={pattern} shades={shades} />
      {big ? (
        <rect
          x="2"
          y="2"
          width="72"
          height="56"
          rx="14"
          fill={`url(#${id})`}
          stroke={shades.deep}
          stroke-width="3"
        />
      ) : (
        <circle cx="24" cy="24" r="21" fill={`url(#${id})`} stroke={shades.deep} stroke-width="3" />
      )}
    </svg>
  );
}
