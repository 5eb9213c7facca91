/** The chairs of a meeting in a row, seen from mine; the chair of whoever speaks is lit. */
import type { ChairLook } from '../../api';
import { Chair } from '../Chair';
import { chairFor } from '../chair_for';
import { wear } from '../wear';
import css from './ChairsInARow.css?inline';

wear(css);

export type RowSeat = {
  id: string;
  called: string;
  look: ChairLook | null;
  lit?: boolean;
  /** Not there (yet), or gone out. */
  away?: boolean;
  isMe?: boolean;
  /** A few words more, such as "hand up". */
  mark?: string | null;
};
type Props = { label: string; seats: RowSeat[]; size?: number };

/** The one in the middle is me, or whoever's meeting it is, and a little larger. */
export function ChairsInARow({ label, seats, size = 44 }: Props) {
  const others = seats.filter(seat => !seat.isMe);
  const middle = Math.ceil(others.length / 2);
  const inOrder = [
    ...others.slice(0, middle),
    ...seats.filter(seat => seat.isMe),
    ...others.slice(middle),
  ];
  return (
    <ul role="list" class="chair-row" aria-label={label}>
      {inOrder.map(seat => (
        <li
          key={seat.id}
          data-me={seat.isMe || undefined}
          data-lit={seat.lit || undefined}
          data-away={seat.away || undefined}
        >
          <Chair
            look={seat.look ?? chairFor(seat.id)}
            size={seat.isMe ? size * 1.5 : size}
            lit={seat.lit}
            away={seat.away}
          />
          <span dir="auto">{seat.called}</span>
          {seat.mark && <em>{seat.mark}</em>}
        </li>
      ))}
    </ul>
  );
}
