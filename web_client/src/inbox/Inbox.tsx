/** What waits for me across the caseload: not safe first, then what was asked, then who has waited longest. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { type Inbox as Facts, inboxApi } from '../api/inbox';
import { DeskPage, deskPlaces } from '../desk/DeskPage';
import { useRows } from '../desk/keys';
import { UnsafeReports } from '../desk/UnsafeReports';
import { ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { useLookingAgain } from '../ui/looking_again';
import { t } from '../words';
import { Requests } from './Requests';
import { takeUp } from './sending';
import { Threads, WithSafetyWord } from './Threads';
import './inbox.css';

export function Inbox({ me }: ScreenProps) {
  const inbox = useLoaded(() => inboxApi.inbox(), []);
  useLookingAgain(inbox.again);
  useEffect(() => {
    void takeUp(me.id);
  }, [me.id]);
  return (
    <DeskPage
      title={t('Inbox')}
      tab={t('Inbox')}
      lead={t('Opening a conversation marks nothing as read.')}
      places={deskPlaces('inbox')}
    >
      {inbox.state === 'loading' && <Skeleton lines={6} tall />}
      {inbox.state === 'problem' && <ProblemNotice problem={inbox.problem} onRetry={inbox.again} />}
      {inbox.value && <Lists inbox={inbox.value} onChanged={inbox.again} />}
    </DeskPage>
  );
}

function Lists({ inbox, onChanged }: { inbox: Facts; onChanged: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  useRows(list);
  return (
    <div class="inbox" ref={list}>
      <UnsafeReports reports={inbox.unsafe} onChanged={onChanged} />
      <WithSafetyWord threads={inbox.threads.filter(thread => thread.safety)} />
      <Requests
        requests={inbox.requests}
        on={inbox.on}
        said={said}
        onAnswered={words => {
          setSaid(words);
          onChanged();
        }}
      />
      <Threads threads={inbox.threads.filter(thread => !thread.safety)} />
    </div>
  );
}
