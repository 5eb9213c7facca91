/** The steps of a dispute: an answer, the next level, and its end. */
import { useState } from 'preact/hooks';
import { type Dispute, type Disputes, disputesApi, type Stage, type Step } from '../api/disputes';
import { Button, Choices, ProblemNotice, TextArea, TextField } from '../ui';
import { t, todayHere } from '../words';
import { LONGEST, LONGEST_NAME, type Rung, rungName } from './names';
import { useSending } from './useSending';

type Props = { dispute: Dispute; facts: Disputes; onDone: () => void };

export function AnswerForm({ dispute, facts, stage, onDone }: Props & { stage: Stage }) {
  const [on, setOn] = useState(todayHere());
  const [answer, setAnswer] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, problem, send } = useSending(onDone);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setMissing(!answer.trim());
        if (!answer.trim()) return;
        void send(() =>
          disputesApi.answered(facts.child.id, dispute.id, stage.id, {
            answered_on: on,
            answer: answer.trim(),
          }),
        );
      }}
    >
      <p>
        <strong>{rungName(stage.stage)}</strong>, {stage.with_words}
      </p>
      <TextArea
        label={t('Their answer')}
        hint={t('It is kept as you write it now, and cannot be changed later.')}
        rows={3}
        most={LONGEST}
        error={missing ? t('Please write something here.') : null}
        value={answer}
        onInput={setAnswer}
      />
      <Day label={t('Answered on')} value={on} onInput={setOn} />
      {problem && <ProblemNotice problem={problem} />}
      <Send busy={busy}>{t('Keep the answer')}</Send>
    </form>
  );
}

export function GoUpForm({ dispute, facts, higher, onDone }: Props & { higher: Step[] }) {
  const [id] = useState(() => crypto.randomUUID());
  const [stage, setStage] = useState<Rung | null>(higher[0]?.stage ?? null);
  const [who, setWho] = useState('');
  const [on, setOn] = useState(todayHere());
  const [because, setBecause] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, problem, send } = useSending(onDone);
  const passes = stage !== higher[0]?.stage;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const short = !stage || !who.trim() || (passes && !because.trim());
        setMissing(short);
        if (short || !stage) return;
        void send(() =>
          disputesApi.goUp(facts.child.id, dispute.id, id, {
            stage,
            began_on: on,
            with_words: who.trim(),
            bypassed_because: passes ? because.trim() : null,
          }),
        );
      }}
    >
      <Choices
        legend={t('To whom?')}
        required
        value={stage}
        onChoose={key => setStage(key as Rung)}
        options={higher.map(step => ({ key: step.stage, say: rungName(step.stage) }))}
      />
      {passes && (
        <TextArea
          label={t('Why are the levels below passed over?')}
          rows={2}
          most={LONGEST}
          error={missing && !because.trim() ? t('Please say why.') : null}
          value={because}
          onInput={setBecause}
        />
      )}
      <TextField
        label={t('Their name')}
        most={LONGEST_NAME}
        error={missing && !who.trim() ? t('Please write something here.') : null}
        value={who}
        onInput={setWho}
      />
      <Day label={t('Asked on')} value={on} onInput={setOn} />
      {problem && <ProblemNotice problem={problem} />}
      <Send busy={busy}>{t('Take it further')}</Send>
    </form>
  );
}

export function ResolveForm({ dispute, facts, onDone }: Props) {
  const [on, setOn] = useState(todayHere());
  const [outcome, setOutcome] = useState('');
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, problem, send } = useSending(onDone);
  const tells = dispute.words_to_child !== null;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const short = !outcome.trim() || (tells && !words.trim());
        setMissing(short);
        if (short) return;
        void send(() =>
          disputesApi.resolve(facts.child.id, dispute.id, {
            resolved_on: on,
            outcome: outcome.trim(),
            words_to_child: tells ? words.trim() : null,
          }),
        );
      }}
    >
      <TextArea
        label={t('How it ended')}
        rows={3}
        most={LONGEST}
        error={missing && !outcome.trim() ? t('Please write something here.') : null}
        value={outcome}
        onInput={setOutcome}
      />
      {tells && (
        <TextArea
          label={t('What you tell {name}', { name: facts.child.called })}
          rows={2}
          most={LONGEST}
          error={missing && !words.trim() ? t('Please write something here.') : null}
          value={words}
          onInput={setWords}
        />
      )}
      <Day label={t('Resolved on')} value={on} onInput={setOn} />
      {problem && <ProblemNotice problem={problem} />}
      <Send busy={busy}>{t('It is resolved')}</Send>
    </form>
  );
}

type DayProps = { label: string; value: string; onInput: (day: string) => void };

function Day(props: DayProps) {
  return <TextField {...props} type="date" max={todayHere()} />;
}

function Send({ busy, children }: { busy: boolean; children: string }) {
  return (
    <div>
      <Button kind="main" type="submit" busy={busy}>
        {children}
      </Button>
    </div>
  );
}
