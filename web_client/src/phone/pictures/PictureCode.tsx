/** Four pictures in order, out of 36 that always stand in the same place. */
import { useId, useRef, useState } from 'preact/hooks';
import { Button, Status } from '../../ui';
import { t } from '../../words';
import { CODE_LENGTH, DRAWINGS, PAINTS, PICTURES, type PictureKey } from './drawings';
import { pictureName } from './names';
import './PictureCode.css';

type Props = {
  legend: string;
  hint?: string | null;
  value: PictureKey[];
  onChange: (pictures: PictureKey[]) => void;
  /** Shows what was picked, as when a code is chosen; else only how many. */
  shown?: boolean;
};

export function PictureCode({ legend, hint, value, onChange, shown = false }: Props) {
  const [named, setNamed] = useState(false);
  const id = useId();
  const left = CODE_LENGTH - value.length;
  const pick = (key: PictureKey) => left > 0 && onChange([...value, key]);
  return (
    <fieldset class="pictures" aria-describedby={hint ? id : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p id={id} class="soft">
          {hint}
        </p>
      )}
      <Picked value={value} shown={shown} />
      <Status quiet>{said(value, shown)}</Status>
      <Grid named={named} onPick={pick} />
      <div class="row">
        <Button
          kind="quiet"
          disabled={value.length === 0}
          onClick={() => onChange(value.slice(0, -1))}
        >
          {t('Take the last one back')}
        </Button>
        <Button
          kind="quiet"
          class="pictures__names"
          aria-pressed={named}
          onClick={() => setNamed(!named)}
        >
          {t('Show the names')}
        </Button>
      </div>
    </fieldset>
  );
}

function said(value: PictureKey[], shown: boolean): string {
  const last = value.at(-1);
  if (!last) return '';
  const counted = t('{n} of {of} picked.', { n: value.length, of: CODE_LENGTH });
  return shown ? `${pictureName(last)}. ${counted}` : counted;
}

function Picked({ value, shown }: { value: PictureKey[]; shown: boolean }) {
  return (
    <ol class="pictures__picked" role="list" aria-hidden="true" data-shown={shown || undefined}>
      {Array.from({ length: CODE_LENGTH }, (_, at) => {
        const key = value[at];
        return (
          <li key={at} data-filled={key !== undefined || undefined}>
            {key && shown && <Picture of={key} />}
            {key && shown && <span class="pictures__name">{pictureName(key)}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** Where a key leads from a place in a grid that is so many wide; null for any other key. */
function whereTo(key: string, at: number, wide: number, forward: 1 | -1): number | null {
  switch (key) {
    case 'ArrowRight':
      return at + forward;
    case 'ArrowLeft':
      return at - forward;
    case 'ArrowDown':
      return at + wide;
    case 'ArrowUp':
      return at - wide;
    case 'Home':
      return 0;
    case 'End':
      return PICTURES.length - 1;
    default:
      return null;
  }
}

/** One stop for the Tab key; the arrows go from picture to picture. */
function Grid({ named, onPick }: { named: boolean; onPick: (key: PictureKey) => void }) {
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const grid = box.current;
    if (!grid) return;
    const { direction, gridTemplateColumns } = getComputedStyle(grid);
    const wide = gridTemplateColumns.split(' ').length;
    const to = whereTo(event.key, at, wide, direction === 'rtl' ? -1 : 1);
    if (to === null) return;
    event.preventDefault();
    if (to < 0 || to >= PICTURES.length) return;
    setAt(to);
    grid.querySelectorAll('button')[to]?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it are what is used
    <div ref={box} class="pictures__grid" data-named={named || undefined} onKeyDown={move}>
      {PICTURES.map((key, place) => (
        <button
          key={key}
          type="button"
          class="pictures__one"
          tabIndex={place === at ? 0 : -1}
          aria-label={pictureName(key)}
          title={pictureName(key)}
          onClick={() => {
            setAt(place);
            onPick(key);
          }}
        >
          <Picture of={key} />
          <span class="pictures__name" aria-hidden="true">
            {pictureName(key)}
          </span>
        </button>
      ))}
    </div>
  );
}

export function Picture({ of }: { of: PictureKey }) {
  return (
    <svg class="picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      {DRAWINGS[of].map(([paint, d]) => (
        <path key={d} d={d} fill={PAINTS[paint]} />
      ))}
    </svg>
  );
}
