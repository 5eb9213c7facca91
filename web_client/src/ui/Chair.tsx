/** A chair: the picture of the product, and each person's own. Drawn here, in flat colour. */
import { useId } from 'preact/hooks';
import type { ChairLook } from '../api';
import { t } from '../words';
import { Cloth, SHADES } from './chair_cloth';
import { CHAIR_SHAPES } from './chair_shapes';
import './Chair.css';

type Props = {
  look: ChairLook | null;
  /** In CSS pixels at normal text size; it grows with the text. */
  size?: number;
  /** It is this person's turn. */
  lit?: boolean;
  /** Put away: this person does not come. */
  away?: boolean;
  /** Read out instead of the picture; without it the chair is decoration beside a name. */
  label?: string;
};

export const PLAIN_CHAIR: ChairLook = { shape: 'armchair', colour: 'slate', pattern: 'plain' };

export function Chair({ look, size = 96, lit, away, label }: Props) {
  const { shape, colour, pattern } = look ?? PLAIN_CHAIR;
  const cloth = `cloth${useId()}`;
  const Drawing = CHAIR_SHAPES[shape] ?? CHAIR_SHAPES.armchair;
  const shades = SHADES[colour] ?? SHADES.slate;
  const said =
    label === undefined
      ? { 'aria-hidden': true as const }
      : { role: 'img' as const, 'aria-label': label };
  return (
    <svg
      class="chair"
      data-lit={lit || undefined}
      data-away={away || undefined}
      viewBox="0 0 120 120"
      style={{ inlineSize: `${size / 16}rem`, blockSize: `${size / 16}rem` }}
      focusable="false"
      {...said}
    >
      <Cloth id={cloth} pattern={pattern} shades={shades} />
      <circle class="chair__glow" cx="60" cy="62" r="57" />
      <Drawing shades={shades} cloth={`url(#${cloth})`} />
    </svg>
  );
}

export function shapeName(shape: ChairLook['shape']): string {
  const names = {
    stool: t('Stool'),
    armchair: t('Armchair'),
    rocker: t('Rocking chair'),
    beanbag: t('Beanbag'),
    throne: t('Throne'),
    swing: t('Swing'),
  };
  return names[shape];
}

export function colourName(colour: ChairLook['colour']): string {
  const names = {
    teal: t('Teal'),
    coral: t('Coral'),
    marigold: t('Gold'),
    plum: t('Plum'),
    sky: t('Sky blue'),
    moss: t('Moss green'),
    rose: t('Pink'),
    slate: t('Grey'),
  };
  return names[colour];
}

export function patternName(pattern: ChairLook['pattern']): string {
  const names = {
    plain: t('No pattern'),
    dots: t('Dots'),
    stripes: t('Stripes'),
    stars: t('Stars'),
    waves: t('Waves'),
    patch: t('Patches'),
  };
  return names[pattern];
}

export function chairInWords(look: ChairLook): string {
  return [shapeName(look.shape), colourName(look.colour), patternName(look.pattern)].join(', ');
}
