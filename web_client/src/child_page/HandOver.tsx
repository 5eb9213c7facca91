/** Handing a child over to another officer: who, from when, words to the child, and a note. */
import { useState } from 'preact/hooks';
import { api, asProblem, type ChildFacts, type Problem, useLoaded } from '../api';
import { awayApi } from '../api/away';
import { Select } from '../desk/Select';
import { Told } from '../desk/Told';
import { newOfficerTold } from '../desk/told_words';
import { Button, Dialog, ProblemNotice, Skeleton, Status, TextArea, TextField } from '../ui';
import { formatDay, t, todayHere } from '../words';

const MOST_WORDS = 10_000;
type Officer = { id: string; name: string; called: string };
type Props = { child: ChildFacts; officer: boolean; onDone: () => void };

export function HandOver({ child, officer, onDone }: Props) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <section aria-labelledby="hand-over" class="stack">
      <h2 id="hand-over">{t('Another IRO')}</h2>
      <p>{t('The conversation stays with {name}.', { name: child.called })}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('Hand over')}</Button>
      </div>
      <Status>{said}</Status>
      <Dialog
        title={t('Hand {name} over', { name: child.called })}
        open={open}
        onClose={() => setOpen(false)}
      >
        {open && (
          <Form
            child={child}
            load={officer ? colleagues : officersOfTheCouncil}
            onDone={() => {
              setOpen(false);
              setSaid(t('Handed over.'));
              onDone();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

async function colleagues(): Promise<Officer[]> {
  return (await awayApi.mine()).officers;
}

/** A manager has no page of their own for being away: the caseload names every officer. */
async function officersOfTheCouncil(): Promise<Officer[]> {
  const { children } = await api.caseload();
  const found = new Map<string, Officer>();
  for (const { reviewing_officer: one } of children) {
    if (one) found.set(one.id, { ...one, called: one.name });
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
}

type FormProps = { child: ChildFacts; load: () => Promise<Officer[]>; onDone: () => void };

function Form({ child, load, onDone }: FormProps) {
  const loaded = useLoaded(load, []);
  const today = todayHere();
  const [id] = useState(() => crypto.randomUUID());
  const [to, setTo] = useState('');
  const [from, setFrom] = useState(today);
  const [words, setWords] = useState('');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const incomplete = !to || from < today;
    setWrong(incomplete);
    if (incomplete || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await awayApi.handOver(child.id, id, {
        to_id: to,
        from_on: from,
        words_to_child: words.trim() || null,
        note: note.trim() || null,
      });
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  if (loaded.state === 'loading') return <Skeleton lines={3} />;
  if (loaded.state === 'problem') {
    return <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />;
  }
  const others = loaded.value.filter(one => one.id !== child.reviewing_officer?.person_id);
  const chosen = others.find(one => one.id === to);
  return (
    <form class="stack" onSubmit={save} noValidate>
      <Select
        label={t('The new IRO')}
        value={to}
        options={[
          ['', t('Please choose')],
          ...others.map((one): [string, string] => [one.id, one.name]),
        ]}
        error={wrong && !to ? t('Please choose one.') : null}
        onChange={setTo}
      />
      <TextField
        label={t('From')}
        type="date"
        min={today}
        error={wrong && from < today ? t('Please give a day that is to come.') : null}
        value={from}
        onInput={setFrom}
      />
      <TextArea
        label={t('Your words to {name}', { name: child.called })}
        hint={t('They stand in the conversation as a message from you.')}
        rows={3}
        most={MOST_WORDS}
        value={words}
        onInput={setWords}
      />
      <TextArea
        label={t('A note to the new IRO')}
        hint={t('The child does not see this. It goes to the record.')}
        rows={3}
        most={MOST_WORDS}
        value={note}
        onInput={setNote}
      />
      {chosen && from && (
        <Told
          head={t('From {day}, {name} reads:', { day: formatDay(from), name: child.called })}
          words={newOfficerTold(chosen.called)}
        />
      )}
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {t('Hand the child over')}
        </Button>
      </div>
    </form>
  );
}
