/** Joining a meeting with the code that is shown in the room, on one's own phone and without an account. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { guestDoor, live } from '../api/live';
import { useLiveRoom } from '../drafts/use_live';
import { Button, Notice, Page, ProblemNotice, Skeleton, TextField } from '../ui';
import { useFocusKept } from '../ui/live/focus_kept';
import { RoomView } from '../ui/live/RoomView';
import { t } from '../words';
import { CodeField, isWhole } from './CodeField';

export function JoinMeeting() {
  const room = useLiveRoom(guestDoor);
  const { told, problem, line } = room.shown.value;
  useFocusKept();
  if (told) {
    return (
      <Page title={t('The meeting')} titleHidden>
        {problem?.code === 'not_joined' ? <Gone /> : <RoomView room={room} />}
      </Page>
    );
  }
  if (!problem && line === 'joining') {
    return (
      <Page title={t('Join a meeting')}>
        <Skeleton lines={2} />
      </Page>
    );
  }
  return <AskForCode onJoined={room.enter.bind(room)} />;
}

function AskForCode({
  onJoined,
}: {
  onJoined: (told: Awaited<ReturnType<typeof live.join>>) => void;
}) {
  const [code, setCode] = useState('');
  const [called, setCalled] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ready = isWhole(code) && called.trim() !== '';
  async function join(event: SubmitEvent) {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      onJoined(await live.join(code, called.trim()));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }
  return (
    <Page
      title={t('Join a meeting')}
      lead={t('Type the code that you see in the room.')}
      back={{ to: '/', label: t('Start') }}
    >
      <form class="stack" onSubmit={join}>
        <CodeField value={code} onInput={setCode} />
        <TextField
          label={t('What should we call you?')}
          hint={t('Everyone in the meeting sees this.')}
          value={called}
          most={40}
          onInput={setCalled}
          autocomplete="nickname"
        />
        {problem && <ProblemNotice problem={problem} />}
        <Button kind="main" type="submit" wide busy={busy} disabled={!ready}>
          {t('Join')}
        </Button>
      </form>
    </Page>
  );
}

function Gone() {
  return (
    <Notice title={t('You are not in this meeting now')} announced>
      <p>{t('It is over, or you were asked to leave.')}</p>
    </Notice>
  );
}
