/** Three faces, each with its word, for how something feels. Press again to take it back. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Face as FaceKey } from '../api';
import { t } from '../words';
import './Faces.css';

const FACES: FaceKey[] = ['happy', 'ok', 'sad'];

type Props = {
  legend: string;
  legendHidden?: boolean;
  value: FaceKey | null;
  onChoose: (face: FaceKey | null) => void;
};

export function Faces({ legend, legendHidden, value, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset class="faces">
      <legend class={legendHidden ? 'visually-hidden' : 'choices__legend'}>{legend}</legend>
      <div class="faces__row">
        {FACES.map(face => (
          <label key={face} class="faces__one" data-chosen={face === value || undefined}>
            <input
              type="radio"
              name={name}
              value={face}
              checked={face === value}
              onChange={() => onChoose(face)}
              onClick={() => face === value && onChoose(null)}
            />
            <Face face={face} size={72} />
            <span>{faceName(face)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function faceName(face: FaceKey): string {
  return { happy: t('Good'), ok: t('OK'), sad: t('Not good') }[face];
}

/** One face as a picture, as in a summary. Decoration: its word stands beside it. */
export function Face({ face, size = 32 }: { face: FaceKey; size?: number }) {
  return (
    <svg
      class={`face face--${face}`}
      viewBox="0 0 64 64"
      style={{ inlineSize: `${size / 16}rem`, blockSize: `${size / 16}rem` }}
      aria-hidden="true"
      focusable="false"
    >
      <path
        class="face__skin"
        d="M32 3.500c17 0 28.5 11.5 28.5 28.500S49 60.5 32 60.5 3.5 49 3.5 32 15 3.5 32 3.500z"
      />
      <g class="face__lines">{FEATURES[face]}</g>
    </svg>
  );
}

const FEATURES: Record<FaceKey, ComponentChildren> = {
  happy: (
    <path d="M20 24.500c1.3-2.7 5.2-2.7 6.5 0M37.5 24.500c1.3-2.7 5.2-2.7 6.5 0M18 36c3 8.5 8 12 14 12s11-3.5 14-12c-9 2.5-19 2.5-28 0z" />
  ),
  ok: <path d="M23 24v3M41 24v3M21.5 42c7 1.5 14 1.5 21 0" />,
  sad: (
    <path d="M23 26v3M41 26v3M17.5 21.500c2.5-.5 5-1.7 7-3.500M46.5 21.500c-2.5-.5-5-1.7-7-3.500M22 46c5.5-6 14.5-6 20 0" />
  ),
};
