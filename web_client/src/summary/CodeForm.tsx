/** Confirming a participation code, or choosing another with a reason. */
import { useState } from 'preact/hooks';
import { api, asProblem, type Participation, type Problem } from '../api';
import { codeMeans } from '../desk/names';
import { Button, Choices, fieldError, lettersOver, ProblemNotice, TextArea } from '../ui';
import { t } from '../words';

/** How many letters the server takes (record/schemas/summary.py). */
const LONGEST_REASON = 2_000;

type Props = {
  reviewId: string;
  participation: Participation;
  onDone: (participation: Participation) => void;
  onCancel: () => void;
};

export function CodeForm({ reviewId, participation, onDone, onCancel }: Props) {
  const { proposed, confirmed, may_be } = participation;
  const [code, setCode] = useState(confirmed?.code ?? proposed);
  const [reason, setReason] = useState(confirmed?.reason ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState(false);
  const differs = code !== proposed;

  async function confirm(event: SubmitEvent) {
    event.preventDefault();
    const noReason = differs && !reason.trim();
    setMissing(noReason);
    if (noReason || busy || lettersOver(reason, LONGEST_REASON)) return;
    setBusy(true);
    setProblem(null);
    try {
      onDone(await api.confirmParticipation(reviewId, code, differs ? reason.trim() : null));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="stack no-print" onSubmit={confirm} noValidate>
      <Choices
        legend={t('The code')}
        required
        value={code}
        onChoose={key => setCode(key ?? code)}
        options={may_be.map(key => ({
          key,
          say: key === proposed ? t('{code} (proposed)', { code: key }) : key,
          more: codeMeans(key),
        }))}
      />
      {differs && (
        <TextArea
          label={t('Why not {code}?', { code: proposed })}
          hint={t('It stands in the record beside the code.')}
          error={missing ? t('Please say why.') : fieldError(problem, 'reason')}
          value={reason}
          most={LONGEST_REASON}
          onInput={setReason}
        />
      )}
      {problem && !problem.fields.reason && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" type="submit" busy={busy}>
          {t('Confirm {code}', { code })}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    </form>
  );
}
