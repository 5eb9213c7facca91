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
    <ol role="list" class="path">
      {decisions.map(one => (
        <li key={one.id} class="path__step" data-state={one.state}>
          <span class="path__mark" aria-hidden="true">
            {one.state === 'done' && <Tick />}
          </span>
          <div class="path__words">
            <p class="path__what" dir="auto">
              {one.what}
            </p>
            <WhoDoes {...one} />
            <p class="path__state">{howFar(one)}</p>
            {one.last_words && (
              <blockquote class="path__last" dir="auto">
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
