/** What stands beside a dispute: the child's view, legal advice, Cafcass, and what the child is told. */
import { useState } from 'preact/hooks';
import { type Dispute, type Disputes, disputesApi } from '../api/disputes';
import { Button, ProblemNotice, TextArea, TextField } from '../ui';
import { t, todayHere } from '../words';
import { cafcassName, LONGEST } from './names';
import { Telling, type Told, toldOf } from './Telling';
import { useSending } from './useSending';

type Props = { dispute: Dispute; facts: Disputes; onDone: () => void };

export function BesideForm({ dispute, facts, onDone }: Props) {
  const [view, setView] = useState(dispute.childs_view ?? '');
  const [advice, setAdvice] = useState(dispute.legal_advice?.words ?? '');
  const [advisedOn, setAdvisedOn] = useState(dispute.legal_advice?.on ?? '');
  const [cafcass, setCafcass] = useState(dispute.cafcass_on ?? '');
  const [told, setTold] = useState<Told>({
    tells: dispute.words_to_child !== null,
    words: dispute.words_to_child ?? dispute.not_told_because ?? '',
  });
  const [missing, setMissing] = useState(false);
  const { busy, problem, send } = useSending(onDone);
  const half = Boolean(advice.trim()) !== Boolean(advisedOn);

  function keep(event: SubmitEvent) {
    event.preventDefault();
    const short = !told.words.trim() || half;
    setMissing(short);
    if (short) return;
    void send(() =>
      disputesApi.keepBeside(
        facts.child.id,
        dispute.id,
        {
          childs_view: view.trim() || null,
          legal_advice: advisedOn ? { on: advisedOn, words: advice.trim() } : null,
          cafcass_on: cafcass || null,
          ...toldOf(told),
        },
        dispute.revision,
      ),
    );
  }

  return (
    <form class="stack" onSubmit={keep} noValidate>
      <TextArea
        label={t('What {name} thinks of it', { name: facts.child.called })}
        rows={2}
        most={LONGEST}
        value={view}
        onInput={setView}
      />
      <Telling called={facts.child.called} told={told} onChange={setTold} missing={missing} />
      <TextArea
        label={t('Independent legal advice')}
        rows={2}
        most={LONGEST}
        error={missing && half ? t('Please give both the advice and its day.') : null}
        value={advice}
        onInput={setAdvice}
      />
      <TextField
        label={t('Advised on')}
        type="date"
        max={todayHere()}
        value={advisedOn}
        onInput={setAdvisedOn}
      />
      <TextField
        label={t('Referred to {who} on', { who: cafcassName(facts.nation) })}
        hint={t('You may do this at any point.')}
        type="date"
        max={todayHere()}
        value={cafcass}
        onInput={setCafcass}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {t('Keep it')}
        </Button>
      </div>
    </form>
  );
}
