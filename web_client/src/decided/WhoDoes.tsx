/** Who does something and by when, with their chair: a picture of who does what. */
import type { ChairLook } from '../api';
import type { ToldAnswer } from '../api/decided';
import { Chair } from '../ui';
import { chairFor } from '../ui/chair_for';
import { t } from '../words';
import { whoAndWhen } from './outcome_words';

type Props = Pick<ToldAnswer, 'who' | 'who_words' | 'by_on'> & { done?: boolean };

export function WhoDoes({ who, who_words, by_on, done = false }: Props) {
  const name = who?.called ?? who_words;
  const said = done ? name && t('{name} did this.', { name }) : whoAndWhen(name, by_on);
  if (!said) return null;
  return (
    <p class="who-does">
      {who && <Chair look={(who.chair as ChairLook | null) ?? chairFor(who.id)} size={40} />}
      <span>{said}</span>
    </p>
  );
}
