/** What was decided, as steps on a path: who does what, by when, and how far it has come. */
import type { ToldDecision, ToldWish } from '../api/decided';
import { Tick } from '../ui/icons';
import { matterName } from '../ui/meeting/names';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './DecisionPath.css?inline';
import { howFar, isLate, wishInWords } from './outcome_words';
import { WhoDoes } from './WhoDoes';

wear(css);

type Props = {
  decisions: ToldDecision[];
  /** What I asked for at any of my reviews: a step may be for one of them. */
  wishes: ToldWish[];
};

export function DecisionPath({ decisions, wishes }: Props) {
  return (
    <ol role="list" class="steps-path">
      {decisions.map(one => (
        <li
          key={one.id}
          class="steps-path__step"
          data-state={one.manager_disagrees ? 'not_agreed' : one.state}
        >
          <span class="steps-path__mark" aria-hidden="true">
            {one.state === 'done' && <Tick />}
          </span>
          <div class="steps-path__words">
            <p class="steps-path__what" dir="auto">
              {one.what}
            </p>
            <WhatFor decision={one} wishes={wishes} />
            <WhoDoes {...one} done={one.state === 'done'} />
            <p class="steps-path__state">{howFar(one)}</p>
            {one.last_words && (
              <blockquote class="steps-path__last" dir="auto">
                {one.last_words}
              </blockquote>
            )}
            {isLate(one) && (
              <p>
                {t('It should be done by now.')} <a href="/talk">{t('Ask my IRO about it')}</a>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The wish it is for, in my words; else what it is about. */
function WhatFor({ decision, wishes }: { decision: ToldDecision; wishes: ToldWish[] }) {
  const wish = wishes.find(one => one.id === decision.wish_id);
  if (wish) {
    return (
      <p class="soft" dir="auto">
        {t('You asked for this: {wish}', { wish: wishInWords(wish) })}
      </p>
    );
  }
  return decision.topic ? <p class="soft">{matterName(decision.topic)}</p> : null;
}
