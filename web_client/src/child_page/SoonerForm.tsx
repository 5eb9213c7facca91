/** Bringing a review forward: which reason, who asked and when, by which day, and why. */
import { useState } from 'preact/hooks';
import { asProblem, type ChildFacts, type Problem } from '../api';
import { type EarlyAsk, type EarlyPage, early } from '../api/early';
import { Select } from '../desk/Select';
import { lawInWords, triggerName } from '../desk/sooner';
import { Button, Choices, lettersOver, ProblemNotice, TextArea, TextField } from '../ui';
import { formatDay, t, todayHere } from '../words';
import {
  answering,
  begun,
  decisionOf,
  type Faults,
  faultsOf,
  groundOf,
  LONGEST_WHY,
  latest,
  refused,
  sent,
  type Wanted,
} from './sooner_form';

type Props = {
  child: ChildFacts;
  page: EarlyPage;
  /** What somebody asked and nobody has answered yet; null to note something new. */
  asked: EarlyAsk | null;
  onDone: () => void;
};

export function SoonerForm({ child, page, asked, onDone }: Props) {
  const today = todayHere();
  const [id] = useState(() => asked?.id ?? crypto.randomUUID());
  const [wanted, setWanted] = useState<Wanted>(asked ? answering(asked) : begun(page, today));
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const set = (change: Partial<Wanted>) => setWanted({ ...wanted, ...change });
  const ground = groundOf(page, wanted.trigger);
  const last = latest(page, wanted, today);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const found = faultsOf(page, wanted, today);
    setFaults(found);
    const long = [wanted.why, wanted.reason].some(text => lettersOver(text, LONGEST_WHY));
    if (Object.keys(found).length > 0 || long || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      if (asked) await early.decide(child.id, id, decisionOf(wanted));
      else await early.bringForward(child.id, id, sent(wanted));
      onDone();
    } catch (error) {
      const told = asProblem(error);
      setFaults(refused(told.fields));
      setProblem(told);
      setBusy(false);
    }
  }

  return (
    <form class="stack sooner" onSubmit={save} noValidate>
      {!asked && <Asked child={child} page={page} wanted={wanted} faults={faults} set={set} />}
      {ground?.officer_may_refuse && (
        <Choices
          legend={t('Your answer')}
          inRow
          required
          value={wanted.yes ? 'yes' : 'no'}
          onChoose={key => set({ yes: key !== 'no' })}
          options={[
            { key: 'yes', say: t('Yes, sooner') },
            { key: 'no', say: t('No, not sooner') },
          ]}
        />
      )}
      {wanted.yes ? (
        <TextField
          label={t('Hold it by')}
          type="date"
          min={today}
          max={last ?? undefined}
          hint={last && t('No later than {day}.', { day: formatDay(last) })}
          error={faults.hold_by}
          value={wanted.holdBy}
          onInput={holdBy => set({ holdBy })}
        />
      ) : (
        <TextArea
          label={t('Why not sooner?')}
          hint={t('Write it so that {name} can read it.', { name: child.called })}
          most={LONGEST_WHY}
          error={faults.reason}
          value={wanted.reason}
          onInput={reason => set({ reason })}
        />
      )}
      {!asked && (
        <TextArea
          label={t('What happened')}
          hint={t('You can leave this empty. Only the IRO sees it.')}
          most={LONGEST_WHY}
          value={wanted.why}
          onInput={why => set({ why })}
        />
      )}
      {problem && Object.keys(faults).length === 0 && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" type="submit" busy={busy}>
          {wanted.yes ? t('Bring it forward') : t('Keep this answer')}
        </Button>
      </div>
    </form>
  );
}

type AskedProps = {
  child: ChildFacts;
  page: EarlyPage;
  wanted: Wanted;
  faults: Faults;
  set: (change: Partial<Wanted>) => void;
};

function Asked({ child, page, wanted, faults, set }: AskedProps) {
  const people: [string, string][] = [
    [child.id, child.name],
    ...child.circle.map((one): [string, string] => [one.person_id, one.name]),
  ];
  const ground = groundOf(page, wanted.trigger);
  const move = wanted.trigger === 'unregulated_move';
  return (
    <>
      <Select
        label={t('Why sooner')}
        value={wanted.trigger}
        options={page.grounds.map(({ trigger }) => [trigger, sentence(triggerName(trigger))])}
        hint={ground && lawInWords(ground)}
        onChange={trigger => set(asksFor(trigger, child))}
      />
      <Select
        label={t('Who asked')}
        value={wanted.askedBy ?? ''}
        options={[['', t('Somebody else, or nobody')], ...people]}
        onChange={askedBy => set({ askedBy: askedBy || null })}
      />
      <TextField
        label={move ? t('Day of the move') : t('Asked on')}
        type="date"
        max={todayHere()}
        error={faults.asked_on}
        value={wanted.askedOn}
        onInput={askedOn => set({ askedOn })}
      />
    </>
  );
}

/** When the child asks it is the child who asked, and only then may the answer be no. */
function asksFor(trigger: string, child: ChildFacts): Partial<Wanted> {
  return trigger === 'child_asks'
    ? { trigger, askedBy: child.id }
    : { trigger, yes: true, askedBy: null };
}

const sentence = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);
