/** My wishes in my words, each with its answer, and what I say to it. */
import type { ToldAnswer, ToldWish } from '../api/decided';
import { Tick } from '../ui/icons';
import { wear } from '../ui/wear';
import { formatDay, t, todayHere } from '../words';
import { answerWord, wishInWords } from './outcome_words';
import { ReplyTo } from './ReplyTo';
import { WhoDoes } from './WhoDoes';
import css from './Wishes.css?inline';

wear(css);

type Props = { wishes: ToldWish[]; answerBy: string | null };

export function Wishes({ wishes, answerBy }: Props) {
  return (
    <ul role="list" class="asked-for">
      {wishes.map(wish => (
        <li key={wish.id} class="asked-for__one">
          <h4 class="asked-for__mine" dir="auto">
            {wishInWords(wish)}
          </h4>
          {wish.answer ? (
            <>
              <Answer answer={wish.answer} />
              {wish.state === 'done' && (
                <p class="asked-for__done">
                  <Tick /> {wish.done_words ?? t('This is done now.')}
                </p>
              )}
              <ReplyTo key={wish.answer.id} wish={wish} answer={wish.answer} />
            </>
          ) : (
            <Waits answerBy={answerBy} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** When the answer comes; without a day, the review comes first. */
function Waits({ answerBy }: { answerBy: string | null }) {
  if (!answerBy) return <p class="soft">{t('No answer yet. Your review comes first.')}</p>;
  if (answerBy >= todayHere()) {
    return (
      <p class="soft">{t('No answer yet. You get one by {day}.', { day: formatDay(answerBy) })}</p>
    );
  }
  return (
    <p>
      {t('No answer yet. It should be here by now.')} <a href="/talk">{t('Ask my IRO about it')}</a>
    </p>
  );
}

function Answer({ answer: { answer, why, who, who_words, by_on } }: { answer: ToldAnswer }) {
  return (
    <div class="asked-for__answer">
      <p class="asked-for__word">{answerWord(answer)}</p>
      {why && <p dir="auto">{why}</p>}
      <WhoDoes who={who} who_words={who_words} by_on={by_on} />
    </div>
  );
}
