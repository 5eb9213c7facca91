/** When I am away and who covers, on which days I work, and who covers when nothing was said. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { awayApi, type Away as Facts } from '../api/away';
import { DeskPage, deskPlaces } from '../desk/DeskPage';
import { ProblemNotice, type ScreenProps, Skeleton, Status } from '../ui';
import { t } from '../words';
import { Absences } from './Absences';
import { GoingAway } from './GoingAway';
import { Practice } from './Practice';
import './away.css';

export function Away({ me }: ScreenProps) {
  const loaded = useLoaded(() => awayApi.mine(), []);
  return (
    <DeskPage
      title={t('Away and cover')}
      tab={t('Away')}
      lead={t('The children you review are told who reads their messages, in plain words.')}
      places={deskPlaces('away')}
    >
      {loaded.state === 'loading' && <Skeleton lines={4} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {loaded.value && <Whole away={loaded.value} me={me} onChanged={loaded.again} />}
    </DeskPage>
  );
}

type WholeProps = { away: Facts; me: ScreenProps['me']; onChanged: () => void };

function Whole({ away, me, onChanged }: WholeProps) {
  const [said, setSaid] = useState<string | null>(null);
  const done = (words: string) => {
    setSaid(words);
    onChanged();
  };
  const colleagues = away.officers.filter(officer => officer.id !== me.id);
  return (
    <div class="away">
      <Status>{said}</Status>
      <Absences absences={away.absences} onDone={done} />
      <div class="away__forms">
        <GoingAway
          key={away.absences.length}
          me={me}
          officers={colleagues}
          usual={away.practice.usual_cover}
          onDone={done}
        />
        <Practice practice={away.practice} officers={colleagues} onDone={done} />
      </div>
    </div>
  );
}
