/** What children asked for, answered in place: yes with a day, or no with a reason that the child will read. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { early } from '../api/early';
import { inboxApi, type RequestLine } from '../api/inbox';
import { Chip } from '../desk/Chip';
import { requestName } from '../desk/messages';
import { Button, Choices, lettersOver, ProblemNotice, Status, TextArea, TextField } from '../ui';
import { dayOf, formatDay, t, tn } from '../words';

const LONGEST_REASON = 2_000;

type Props = {
  requests: RequestLine[];
  /** The server's day. */
  on: string;
  said: string | null;
  onAnswered: (said: string) => void;
};

export function Requests({ requests, on, said, onAnswered }: Props) {
  return (
    <>
      {requests.length > 0 && (
        <section class="inbox__part" aria-labelledby="asked">
          <h2 id="asked">{t('Asked of you')}</h2>
          <ul role="list" class="inbox__asked">
            {requests.map(request => (
              <One key={request.id} request={request} on={on} onAnswered={onAnswered} />
            ))}
          </ul>
        </section>
      )}
      {said && <Status>{said}</Status>}
    </>
  );
}

type OneProps = { request: RequestLine; on: string; onAnswered: (said: string) => void };

function One({ request, on, onAnswered }: OneProps) {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null);
  const { child, days } = request;
  return (
    <li class="inbox__one">
      <div>
        <h3>
          <a href={`/children/${child.id}`} data-row>
            {child.name}
          </a>
        </h3>
        <p class="row">
          <strong>{requestName(request.kind)}</strong>
          <Chip tone={days > 2 ? 'late' : 'plain'}>
            {days > 0 ? tn('{n} day ago', '{n} days ago', days) : t('Today')}
          </Chip>
          <span class="soft small">{formatDay(dayOf(request.asked_at))}</span>
        </p>
        {request.words && (
          <blockquote class="verbatim" dir="auto">
            {request.words}
          </blockquote>
        )}
      </div>
      <Choices
        legend={t('Your answer to {name}', { name: child.called })}
        legendHidden
        inRow
        value={answer}
        onChoose={key => setAnswer(key as 'yes' | 'no' | null)}
        options={[
          { key: 'yes', say: t('Yes') },
          { key: 'no', say: t('No') },
        ]}
      />
      {answer && (
        <Answer key={answer} request={request} answer={answer} on={on} onDone={onAnswered} />
      )}
    </li>
  );
}

type AnswerProps = {
  request: RequestLine;
  answer: 'yes' | 'no';
  on: string;
  onDone: (said: string) => void;
};

function Answer({ request, answer, on, onDone }: AnswerProps) {
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const yes = answer === 'yes';
  const needsDay = yes && request.kind !== 'advocate';
  const name = request.child.called;

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const incomplete = yes ? needsDay && day < on : !reason.trim();
    setWrong(incomplete);
    if (incomplete || busy || lettersOver(reason, LONGEST_REASON)) return;
    setBusy(true);
    setProblem(null);
    try {
      await answered(request, answer, day || null, reason.trim() || null);
      onDone(t('Answered. {name} is told.', { name }));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="stack stack--tight" onSubmit={save} noValidate>
      {needsDay && (
        <TextField
          label={request.kind === 'visit' ? t('The visit is on') : t('Hold it by')}
          type="date"
          min={on}
          error={wrong ? t('Please give a day that is to come.') : null}
          value={day}
          onInput={setDay}
        />
      )}
      <TextArea
        label={yes ? t('Words to {name}', { name }) : t('Why not?')}
        hint={
          yes
            ? t('You can leave this empty. {name} reads it.', { name })
            : t('Write it so that {name} can read it. It is kept in the record.', { name })
        }
        rows={2}
        most={LONGEST_REASON}
        error={wrong && !yes ? t('Please say why.') : null}
        value={reason}
        onInput={setReason}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {yes ? t('Say yes') : t('Say no')}
        </Button>
      </div>
    </form>
  );
}

/** A review sooner is decided where every early review is; the rest is answered here. */
function answered(
  { id, kind, child }: RequestLine,
  answer: 'yes' | 'no',
  day: string | null,
  reason: string | null,
): Promise<unknown> {
  if (kind === 'sooner') {
    return early.decide(child.id, id, {
      decision: answer,
      hold_by: answer === 'yes' ? day : null,
      reason,
    });
  }
  return inboxApi.answer(id, { answer, reason, on: answer === 'yes' ? day : null });
}
