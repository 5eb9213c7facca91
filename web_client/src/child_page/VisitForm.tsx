/** Planning a visit, and saying how it went; somebody else's change meanwhile is shown, not written over. */
import { useState } from 'preact/hooks';
import { asProblem, type ChildFacts, type Problem } from '../api';
import { type HowMet, type SpokeAlone, type Visit, visitsApi } from '../api/visits';
import { dayAndTime } from '../desk/due';
import { aloneName, howMet, SPOKE_ALONE, WAYS_TO_MEET } from '../desk/visits';
import { Button, Choices, lettersOver, Notice, ProblemNotice, TextArea, TextField } from '../ui';
import { formatDate, t, todayHere } from '../words';
import { draftOf, type Faults, factsOf, faultsOf, LONGEST, type VisitDraft } from './visit_form';

type Props = { child: ChildFacts; visit: Visit | null; onDone: () => void };

export function VisitForm({ child, visit, onDone }: Props) {
  const today = todayHere();
  const [id] = useState(() => visit?.id ?? crypto.randomUUID());
  const [base, setBase] = useState(visit);
  const [draft, setDraft] = useState(() => draftOf(visit));
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<VisitDraft>) => setDraft({ ...draft, ...part });
  const next = child.reviews.find(one => !one.over_on && !one.held_on)?.id ?? null;
  const theirs = problem?.code === 'stale' ? (problem.current as Visit | undefined) : undefined;

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const found = faultsOf(draft, today);
    setFaults(found);
    const long = [draft.why, draft.recorded].some(text => lettersOver(text, LONGEST));
    if (Object.keys(found).length > 0 || long || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await visitsApi.keep(child.id, id, factsOf(draft, base, next), base?.revision ?? 0);
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="stack" onSubmit={save} noValidate>
      {theirs && (
        <Theirs
          visit={theirs}
          onTake={() => {
            setDraft(draftOf(theirs));
            setBase(theirs);
            setProblem(null);
          }}
          onKeepMine={() => {
            setBase(theirs);
            setProblem(null);
          }}
        />
      )}
      <Planned draft={draft} faults={faults} set={set} />
      <Done draft={draft} faults={faults} set={set} today={today} called={child.called} />
      {problem && !theirs && <ProblemNotice problem={problem} />}
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {t('Keep the visit')}
        </Button>
      </div>
    </form>
  );
}

type PartProps = {
  draft: VisitDraft;
  faults: Faults;
  set: (part: Partial<VisitDraft>) => void;
};

function Planned({ draft, faults, set }: PartProps) {
  return (
    <>
      <div class="row">
        <TextField
          label={t('Planned for')}
          type="date"
          error={faults.planned}
          value={draft.day}
          onInput={day => set({ day })}
        />
        <TextField
          label={t('Time')}
          type="time"
          value={draft.time}
          onInput={time => set({ time })}
        />
      </div>
      <Choices
        legend={t('How you meet')}
        inRow
        required
        value={draft.how}
        onChoose={how => set({ how: (how ?? 'in_person') as HowMet })}
        options={WAYS_TO_MEET.map(key => ({ key, say: howMet(key) }))}
      />
    </>
  );
}

function Done({
  draft,
  faults,
  set,
  today,
  called,
}: PartProps & { today: string; called: string }) {
  return (
    <>
      <TextField
        label={t('Done on')}
        type="date"
        max={today}
        hint={t('Leave this empty until you have met.')}
        error={faults.done}
        value={draft.doneOn}
        onInput={doneOn => set({ doneOn })}
      />
      {draft.doneOn && (
        <>
          <Choices
            legend={t('Did you speak with {name} in private?', { name: called })}
            value={draft.alone}
            onChoose={alone => set({ alone: alone as SpokeAlone | null })}
            options={SPOKE_ALONE.map(key => ({ key, say: aloneName(key) }))}
          />
          {faults.alone && <p class="field__error">{faults.alone}</p>}
          {draft.alone && draft.alone !== 'yes' && (
            <TextArea
              label={t('Why not?')}
              rows={2}
              most={LONGEST}
              error={faults.why}
              value={draft.why}
              onInput={why => set({ why })}
            />
          )}
          <TextArea
            label={t('What {name} wanted recorded', { name: called })}
            hint={t('In their own words where you can.')}
            rows={3}
            most={LONGEST}
            value={draft.recorded}
            onInput={recorded => set({ recorded })}
          />
        </>
      )}
    </>
  );
}

type TheirsProps = { visit: Visit; onTake: () => void; onKeepMine: () => void };

function Theirs({ visit, onTake, onKeepMine }: TheirsProps) {
  const facts = [
    visit.planned_at && t('Planned for {moment}', { moment: dayAndTime(visit.planned_at) }),
    visit.done_on && t('Done on {date}', { date: formatDate(visit.done_on) }),
    howMet(visit.how),
    visit.spoke_alone && aloneName(visit.spoke_alone),
    visit.why,
    visit.wants_recorded,
  ].filter(Boolean) as string[];
  return (
    <Notice tone="care" title={t('Somebody changed this visit meanwhile')} announced>
      <p>{t('It says now:')}</p>
      <ul>
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div class="row">
        <Button onClick={onTake}>{t('Take theirs')}</Button>
        <Button kind="quiet" onClick={onKeepMine}>
          {t('Keep mine instead')}
        </Button>
      </div>
    </Notice>
  );
}
