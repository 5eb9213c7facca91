/** Asking for a wall to be lowered, with the reason: another person has to agree. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { circleApi, type Wall } from '../api/circle';
import { Button, Dialog, Notice, ProblemNotice, TextArea } from '../ui';
import { t } from '../words';
import type { KeptCircle } from './Circle';

type Props = KeptCircle & { wall: Wall; between: string };
const LONGEST = 2000;

export function LowerWall({ wall, circle, changed, between }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button
        kind="quiet"
        aria-label={`${t('Ask to lower it')}: ${between}`}
        onClick={() => setOpen(true)}
      >
        {t('Ask to lower it')}
      </Button>
      <Dialog title={t('Lower a wall')} open={open} onClose={() => setOpen(false)}>
        <LowerForm
          wall={wall}
          circle={circle}
          between={between}
          changed={said => {
            setOpen(false);
            changed(said);
          }}
        />
      </Dialog>
    </div>
  );
}

function LowerForm({ wall, circle, changed, between }: Props) {
  const [id] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function propose(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setMissing(!reason.trim());
    if (!reason.trim()) return;
    setBusy(true);
    setProblem(null);
    try {
      await circleApi.proposeLowering(circle.child_id, id, {
        one_id: wall.one_id,
        other_id: wall.other_id,
        reason: reason.trim(),
      });
      changed(t('Proposed. The wall stands until a second person agrees.'));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="stack" onSubmit={propose} noValidate>
      <p>
        <strong>{between}</strong>
      </p>
      <Notice tone="care">
        {circle.may_change
          ? t('A manager has to agree. Until then nothing passes.')
          : t('The IRO has to agree. Until then nothing passes.')}
      </Notice>
      <TextArea
        label={t('Why is it safe to lower this wall?')}
        hint={t('Whoever has to agree reads it. It is kept, whatever is decided.')}
        most={LONGEST}
        error={missing ? t('Please give a reason.') : null}
        value={reason}
        onInput={setReason}
      />
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit" busy={busy}>
        {t('Propose it')}
      </Button>
    </form>
  );
}
