/** Care plans that wait after a review: the social worker says when each is up to date. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { actionsApi, type OwnCarePlan } from '../api/actions';
import { Button, ProblemNotice } from '../ui';
import { formatDate, t, tn } from '../words';

type Props = { plans: OwnCarePlan[]; onTold: () => void };

export function CarePlans({ plans, onTold }: Props) {
  if (plans.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="care-plans">
      <h2 id="care-plans">{t('Care plans to bring up to date')}</h2>
      {plans.map(plan => (
        <One key={plan.review_id} plan={plan} onTold={onTold} />
      ))}
    </section>
  );
}

function One({ plan, onTold }: { plan: OwnCarePlan; onTold: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { child, by, days_left: left } = plan;
  const whose = t('For {name}', { name: child.called });

  async function tell() {
    setBusy(true);
    setProblem(null);
    try {
      await actionsApi.carePlanUpdated(plan.review_id);
      onTold();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  return (
    <article class="card action" aria-label={whose}>
      <p class="small action__head">
        <strong>{whose}</strong>
        <span>{t('By {day}', { day: formatDate(by) })}</span>
        <span class={left < 0 ? 'action__late' : undefined}>{daysLeft(left)}</span>
      </p>
      <p>{t('What the review decided goes into the care plan, in your own system.')}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" busy={busy} onClick={() => void tell()}>
          {t('The care plan is up to date')}
        </Button>
      </div>
    </article>
  );
}

function daysLeft(left: number): string {
  if (left < 0) return tn('{n} working day late', '{n} working days late', -left);
  if (left === 0) return t('Last day');
  return tn('{n} working day left', '{n} working days left', left);
}
