/** One thing that the child asks for, and the answer to it: yes, partly or no, with a reason that the child reads. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type AskedOfOfficer, meetingApi, type Said } from '../api/meeting';
import { requestName, requestSays } from '../desk/meeting_names';
import { Button, Choices, lettersOver, ProblemNotice, Status, TextArea } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import type { PartProps } from './MeetingPlan';
import css from './Request.css?inline';

wear(css);

const LONGEST = 2000;
type Props = PartProps & { asked: AskedOfOfficer };

export function Request(props: Props) {
  const { asked, facts } = props;
  const [open, setOpen] = useState(false);
  if (!facts.plan) return null;
  const { answer } = asked;
  const title = requestName(asked.request, facts.plan, facts);
  return (
    <article class="request" data-open={!answer || answer.asked_anew || undefined}>
      <h3 dir="auto">{title}</h3>
      {requestSays(asked.request, facts.plan, facts).map(line => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
      {asked.words.map(words => (
        <blockquote key={words} dir="auto">
          {words}
        </blockquote>
      ))}
      {answer && (
        <p class="request__answer">
          <strong>{t('You said: {answer}', { answer: saidName(answer.answer) })}</strong>
          {answer.reason && <span dir="auto"> {answer.reason}</span>}
          {answer.asked_anew && <em> {t('Changed since: please answer again.')}</em>}
        </p>
      )}
      {open ? (
        <AnswerForm {...props} onDone={() => setOpen(false)} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>
            {answer ? t('Answer again') : t('Answer')}
            <span class="visually-hidden">: {title}</span>
          </Button>
        </div>
      )}
    </article>
  );
}

function AnswerForm({
  asked,
  reviewId,
  facts,
  called,
  again,
  onDone,
}: Props & { onDone: () => void }) {
  const [answer, setAnswer] = useState<Said | null>(asked.answer?.answer ?? null);
  const [reason, setReason] = useState(asked.answer?.reason ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const lacks = answer !== null && answer !== 'yes' && reason.trim() === '';
  const fits = answer !== null && !lacks && lettersOver(reason, LONGEST) === 0;
  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (!fits || busy || !answer) return;
    setBusy(true);
    try {
      const said = { answer, reason: reason.trim() || null };
      await meetingApi.answer(reviewId, asked.request, said, facts.revision);
      onDone();
      again();
    } catch (error) {
      const found = asProblem(error);
      if (found.code === 'stale') again();
      setProblem(found);
      setBusy(false);
    }
  }
  return (
    <form class="stack" onSubmit={save}>
      <Choices
        legend={t('Your answer')}
        inRow
        required
        options={(['yes', 'partly', 'no'] as const).map(key => ({ key, say: saidName(key) }))}
        value={answer}
        onChoose={key => setAnswer(key as Said)}
      />
      <TextArea
        label={t('Why')}
        hint={t('{name} reads this. A “partly” or a “no” needs it.', { name: called })}
        value={reason}
        most={LONGEST}
        rows={2}
        onInput={setReason}
      />
      <div class="row">
        <Button kind="main" type="submit" busy={busy} disabled={!fits}>
          {t('Send the answer')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('Not now')}
        </Button>
        <Status>{lacks ? t('Please say why.') : ''}</Status>
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </form>
  );
}

function saidName(said: Said): string {
  const names = { yes: t('Yes'), partly: t('Partly'), no: t('No') };
  return names[said];
}
