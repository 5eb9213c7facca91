/** The people of a review as a circle of chairs, with an equal list for whoever prefers one. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ChairLook } from '../api';
import { t } from '../words';
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

const asList = signal(false);

export function CircleOfChairs({ label, seats, children }: Props) {
  const ordered = [...seats.filter(seat => seat.isMe), ...seats.filter(seat => !seat.isMe)];
  return (
    <div class="circle">
      <fieldset class="circle__forms">
        <legend class="visually-hidden">{t('How to show the chairs')}</legend>
        <Form
          chosen={!asList.value}
          onChoose={() => {
            asList.value = false;
          }}
        >
          {t('Circle')}
        </Form>
        <Form
          chosen={asList.value}
          onChoose={() => {
            asList.value = true;
          }}
        >
          {t('List')}
        </Form>
      </fieldset>
      <ul
        role="list"
        aria-label={label}
        class={asList.value ? 'circle__list' : 'circle__ring'}
        data-many={ordered.length > 6 || undefined}
      >
        {ordered.map((seat, index) => (
          <li
            key={seat.id}
            class="circle__seat"
            data-me={seat.isMe || undefined}
            style={asList.value ? undefined : around(index, ordered.length)}
          >
            <Chair
              look={seat.chair}
              size={chairSize(ordered.length, seat, asList.value)}
              lit={seat.lit}
              away={seat.away}
            />
            <span class="circle__words">
              <span class="circle__name">{seat.isMe ? t('You') : seat.name}</span>
              {seat.about && <span class="circle__about">{seat.about}</span>}
              {seat.away && <span class="circle__about">{t('Not coming')}</span>}
            </span>
            {children?.(seat)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Form({
  chosen,
  onChoose,
  children,
}: {
  chosen: boolean;
  onChoose: () => void;
  children: string;
}) {
  return (
    <button type="button" class="circle__form" aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  );
}

/** The first seat is nearest to us, at the bottom; the others follow around. */
function around(
  index: number,
  count: number,
): { insetInlineStart: string; insetBlockStart: string } {
  const angle = Math.PI / 2 + (2 * Math.PI * index) / count;
  return {
    insetInlineStart: `${50 + 37 * Math.cos(angle)}%`,
    insetBlockStart: `${48 + 37 * Math.sin(angle)}%`,
  };
}

function chairSize(count: number, seat: Seat, list: boolean): number {
  if (list) return 56;
  const size = count <= 4 ? 84 : count <= 6 ? 72 : 60;
  return seat.isMe ? size + 12 : size;
}
