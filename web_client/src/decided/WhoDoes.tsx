/** Who does something and by when, with their chair: a picture of who does what. */
import type { ChairLook } from '../api';
import type { ToldAnswer } from '../api/decided';
import { Chair } from '../ui';
import { chairFor } from '../ui/chair_for';
import { whoAndWhen } from './outcome_words';

type Props = Pick<ToldAnswer, 'who' | 'who_words' | 'by_on'>;

export function WhoDoes({ who, who_words, by_on }: Props) {
  const said = whoAndWhen(who?.called ?? who_words, by_on);
  if (!said) return null;
  return (
    <p class="who-does">
      {who && <Chair look={(who.chair as ChairLook | null) ?? chairFor(who.id)} size={40} />}
      <span>{said}</span>
    </p>
  );
}
