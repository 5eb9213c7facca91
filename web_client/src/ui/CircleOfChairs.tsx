/** The people of a review as a circle of chairs, with an equal list for whoever prefers one. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ChairLook } from '../api';
import { t } from '../words';
import { appearance } from './appearance';
import { Chair } from './Chair';
import './CircleOfChairs.css';

export type Seat = {
  id: string;
  name: string;
  /** What they do, in a few words ("your IRO"). */
  about?: string | null;
  chair: ChairLook | null;
  isMe?: boolean;
  lit?: boolean;
  away?: boolean;
};
type Props = { label: string; seats: Seat[]; children?: (seat: Seat) => ComponentChildren };

/** Null until the person has chosen. */
const asList = signal<boolean | null>(null);
const MOST_IN_A_CIRCLE = 9;

export function CircleOfChairs({ label, seats, children }: Props) {
  const big = ['larger', 'largest'].includes(appearance.value.text);
  const list = asList.value ?? (big || seats.length > MOST_IN_A_CIRCLE);
  const ordered = [...seats.filter(seat => seat.isMe), ...seats.filter(seat => !seat.isMe)];
  return (
    <div class="circle">
      <fieldset class="circle__forms">
        <legend class="visually-hidden">{t('How to show the chairs')}</legend>
        <FormButton form={t('Circle')} chosen={!list} isList={false} />
        <FormButton form={t('List')} chosen={list} isList />
      </fieldset>
      <ul
        role="list"
        aria-label={label}
        class={list ? 'circle__list' : 'circle__ring'}
        data-many={ordered.length > 6 || undefined}
      >
        {ordered.map((seat, index) => {
          const size = list ? 56 : chairSize(ordered.length, seat);
          const where = list ? undefined : around(index, ordered.length, size);
          return (
            <li key={seat.id} class="circle__seat" data-me={seat.isMe || undefined} style={where}>
              <Chair look={seat.chair} size={size} lit={seat.lit} away={seat.away} />
              <span class="circle__words">
                <span class="circle__name">{seat.isMe ? t('You') : seat.name}</span>
                {seat.about && <span class="circle__about">{seat.about}</span>}
                {seat.away && <span class="circle__about">{t('No seat yet')}</span>}
              </span>
              {children?.(seat)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type FormProps = { form: string; chosen: boolean; isList: boolean };

function FormButton({ form, chosen, isList }: FormProps) {
  const choose = () => {
    asList.value = isList;
  };
  return (
    <button type="button" class="circle__form" aria-pressed={chosen} onClick={choose}>
      {form}
    </button>
  );
}

/** The first seat is nearest to us, at the bottom; the others follow around. */
function around(index: number, count: number, size: number): Record<string, string> {
  const angle = Math.PI / 2 + (2 * Math.PI * index) / count;
  return {
    insetInlineStart: `${50 + 36 * Math.cos(angle)}%`,
    insetBlockStart: `${47 + 35 * Math.sin(angle)}%`,
    '--chair': `${size / 16}rem`,
  };
}

function chairSize(count: number, seat: Seat): number {
  const size = count <= 4 ? 84 : count <= 6 ? 72 : 60;
  return seat.isMe ? size + 12 : size;
}
