/** What reviews decided that is mine to do: I say that I will, how it goes, and when it is done. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { actionsApi, type OwnAction } from '../api/actions';
import { Notice, Page, ProblemNotice, type ScreenProps, Skeleton, Status } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import { Action } from './Action';
import css from './actions.css?inline';
import { CarePlans } from './CarePlans';

wear(css);

export function Actions({ me }: ScreenProps) {
  const loaded = useLoaded(() => actionsApi.mine(), []);
  const actions = loaded.value?.actions ?? [];
  const open = actions.filter(isOpen);
  const over = actions.filter(one => !isOpen(one));
  const plans = loaded.value?.care_plans ?? [];
  const [said, setSaid] = useState('');
  return (
    <Page
      title={t('What I have to do')}
      lead={
        me.job === 'social_worker'
          ? t('Every decision of your young people’s reviews, yours first.')
          : t('What was decided at a review, for you to do.')
      }
      back={{ to: '/' }}
    >
      {loaded.state === 'loading' && <Skeleton lines={3} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {loaded.state === 'ready' && open.length === 0 && plans.length === 0 && (
        <Notice tone="calm">
          <p>{t('Nothing waits for you.')}</p>
        </Notice>
      )}
      <CarePlans
        plans={plans}
        onTold={() => {
          setSaid(t('Noted: the care plan is up to date.'));
          loaded.again();
        }}
      />
      <Status>{said}</Status>
      {open.map(one => (
        <Action key={one.decision.id} action={one} job={me.job} again={loaded.again} />
      ))}
      {over.length > 0 && (
        <section class="stack" aria-labelledby="over">
          <h2 id="over">{t('Finished')}</h2>
          {over.map(one => (
            <Action key={one.decision.id} action={one} job={me.job} again={loaded.again} />
          ))}
        </section>
      )}
    </Page>
  );
}

function isOpen({ decision }: OwnAction): boolean {
  return decision.state === 'waiting' || decision.state === 'confirmed';
}
