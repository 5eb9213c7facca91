/** What was decided, as steps on a path: who does what, by when, and how far it has come. */
import type { ToldDecision } from '../api/decided';
import { Tick } from '../ui/icons';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './DecisionPath.css?inline';
import { howFar, isLate } from './outcome_words';
import { WhoDoes } from './WhoDoes';

wear(css);

export function DecisionPath({ decisions }: { decisions: ToldDecision[] }) {
  return (
    <ol role="list" class="steps-path">
      {decisions.map(one => (
        <li key={one.id} class="steps-path__step" data-state={one.state}>
          <span class="steps-path__mark" aria-hidden="true">
            {one.state === 'done' && <Tick />}
          </span>
          <div class="steps-path__words">
            <p class="steps-path__what" dir="auto">
              {one.what}
            </p>
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
