/** Asking for something in one tap: a visit, my review sooner, an advocate. The answer comes back here. */
import { useMemo } from 'preact/hooks';
import { api } from '../api';
import { ASKED_FOR, asking, type OwnRequest } from '../api/asking';
import { useKept } from '../drafts';
import { LANES, sending } from '../drafts/sending';
import { Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { useLookingAgain } from '../ui/looking_again';
import { t } from '../words';
import { AskCard } from './AskCard';
import './talk.css';
import './asks.css';

export function Asks(_: ScreenProps) {
  const lane = useMemo(() => sending.lane(LANES.asking), []);
  const told = useKept('requests', () => asking.requests());
  const lines = useKept('conversations', () => api.myConversations());
  useLookingAgain(told.again);
  const { waiting, sent } = lane.value;
  const name = lines.value?.conversations.find(one => one.is_me)?.officer?.called ?? null;
  const arrived = sent.map(one => one.answer as OwnRequest);
  const requests = newestFirst(arrived, told.value?.requests ?? []);
  return (
    <Page
      title={t('Ask for something')}
      lead={t('One tap is enough. You can say why, if you want to.')}
      back={{ to: '/talk', label: t('Talk to my IRO') }}
    >
      {told.state === 'loading' && <Skeleton lines={3} />}
      {told.state === 'problem' && !told.problem.passes && (
        <ProblemNotice problem={told.problem} onRetry={told.again} />
      )}
      {ASKED_FOR.map(kind => (
        <AskCard
          key={kind}
          kind={kind}
          name={name}
          going={waiting.find(one => one.what.kind === 'request' && one.what.asked_for === kind)}
          request={requests.find(one => one.kind === kind)}
          onChanged={told.again}
        />
      ))}
    </Page>
  );
}

/** Each once, as the server told it last. */
function newestFirst(arrived: OwnRequest[], told: OwnRequest[]): OwnRequest[] {
  const byId = new Map([...arrived, ...told].map(request => [request.id, request]));
  return [...byId.values()].sort((one, other) => (one.asked_at < other.asked_at ? 1 : -1));
}
