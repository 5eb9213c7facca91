/** Everything that is in dispute for one child: the newest first, and what was done well beside it. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { disputesApi, type Disputes as Facts } from '../api/disputes';
import { DeskPage } from '../desk/DeskPage';
import { Button, Dialog, ProblemNotice, type ScreenProps, Skeleton, Status } from '../ui';
import { t } from '../words';
import { GoodPractice } from './GoodPractice';
import { One } from './One';
import { begunFrom, RaiseForm } from './RaiseForm';
import './disputes.css';

export function Disputes({ params }: ScreenProps) {
  const childId = params.childId ?? '';
  const loaded = useLoaded(() => disputesApi.all(childId), [childId]);
  const facts = loaded.value;
  const [said, setSaid] = useState('');
  const changed = (what: string) => {
    setSaid(what);
    loaded.again();
  };
  return (
    <DeskPage
      title={facts ? t('Disputes for {name}', { name: facts.child.called }) : t('Disputes')}
      tab={t('Disputes')}
      lead={t('When the council will not. It is yours to raise, whatever the child says of it.')}
      back={{ to: `/children/${childId}`, label: t('About the child') }}
      places={[]}
    >
      {loaded.state === 'loading' && <Skeleton lines={5} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {facts && (
        <div class="disputes">
          <div class="disputes__main">
            <Raise facts={facts} changed={changed} />
            {facts.disputes.map(one => (
              <One key={one.id} dispute={one} facts={facts} changed={changed} />
            ))}
          </div>
          <aside class="disputes__side" aria-label={t('Done well')}>
            <GoodPractice facts={facts} changed={changed} />
          </aside>
        </div>
      )}
      <Status>{said}</Status>
    </DeskPage>
  );
}

type Props = { facts: Facts; changed: (said: string) => void };

function Raise({ facts, changed }: Props) {
  const [open, setOpen] = useState(begunFrom() !== null);
  return (
    <div class="disputes__raise">
      {facts.disputes.length === 0 && <p>{t('Nothing is in dispute.')}</p>}
      <Button kind="main" onClick={() => setOpen(true)}>
        {t('Raise a dispute')}
      </Button>
      <Dialog title={t('Raise a dispute')} open={open} onClose={() => setOpen(false)}>
        {open && (
          <RaiseForm
            facts={facts}
            onDone={() => {
              setOpen(false);
              changed(t('The dispute is raised.'));
            }}
          />
        )}
      </Dialog>
    </div>
  );
}
