/** Saying that I am away: from when until when, who covers, and what they must know. */
import { useState } from 'preact/hooks';
import { asProblem, type Me, type Problem } from '../api';
import { awayApi } from '../api/away';
import type { Who } from '../api/inbox';
import { Select } from '../desk/Select';
import { Told } from '../desk/Told';
import { awayTold } from '../desk/told_words';
import { Button, lettersOver, ProblemNotice, TextArea, TextField } from '../ui';
import { t, todayHere } from '../words';

const MOST_NOTE = 4_000;

type Props = { me: Me; officers: Who[]; usual: Who | null; onDone: (said: string) => void };
type Faults = { from?: string; until?: string; cover?: string };

export function GoingAway({ me, officers, usual, onDone }: Props) {
  const today = todayHere();
  const [id] = useState(() => crypto.randomUUID());
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [coverId, setCoverId] = useState(usual?.id ?? '');
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const cover = officers.find(officer => officer.id === coverId);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const found = faultsOf(today, from, until, coverId);
    setFaults(found);
    if (Object.keys(found).length > 0 || busy || lettersOver(note, MOST_NOTE)) return;
    setBusy(true);
    setProblem(null);
    try {
      const absence = { from_on: from, until_on: until, cover_id: coverId };
      await awayApi.goAway(id, { ...absence, note: note.trim() || null });
      onDone(t('Kept. {name} covers.', { name: cover?.name ?? '' }));
    } catch (error) {
      const told = asProblem(error);
      setFaults(refused(told));
      setProblem(told);
      setBusy(false);
    }
  }

  return (
    <section class="away__part" aria-labelledby="going">
      <h2 id="going">{t('I will be away')}</h2>
      <form class="stack" onSubmit={save} noValidate>
        <div class="away__dates">
          <TextField
            label={t('First day away')}
            type="date"
            min={today}
            error={faults.from}
            value={from}
            onInput={setFrom}
          />
          <TextField
            label={t('Last day away')}
            type="date"
            min={from}
            error={faults.until}
            value={until}
            onInput={setUntil}
          />
        </div>
        <Select
          label={t('Who covers')}
          value={coverId}
          options={[['', t('Please choose')], ...named(officers)]}
          error={faults.cover}
          onChange={setCoverId}
        />
        <TextArea
          label={t('What they need to know')}
          hint={t('Only whoever covers reads this.')}
          rows={3}
          most={MOST_NOTE}
          value={note}
          onInput={setNote}
        />
        {cover && until && until >= from && (
          <Told head={t('Each child reads:')} words={awayTold(me.called, cover.called, until)} />
        )}
        {problem && Object.keys(faults).length === 0 && <ProblemNotice problem={problem} />}
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {t('I am away then')}
          </Button>
        </div>
      </form>
    </section>
  );
}

export function named(officers: Who[]): [string, string][] {
  return officers.map(officer => [officer.id, officer.name]);
}

function faultsOf(today: string, from: string, until: string, cover: string): Faults {
  const faults: Faults = {};
  if (!from) faults.from = t('Please give a day.');
  else if (from < today) faults.from = t('This day is over.');
  if (!until) faults.until = t('Please give a day.');
  else if (until < from) faults.until = t('It ends before it begins.');
  if (!cover) faults.cover = t('Somebody has to read the messages.');
  return faults;
}

/** What the server knows and this page cannot, such as that whoever covers is away then too. */
function refused({ fields }: Problem): Faults {
  const faults: Faults = {};
  if (fields.from_on) {
    faults.from =
      fields.from_on[0] === 'overlaps'
        ? t('You are away then already.')
        : t('Please choose another day.');
  }
  if (fields.until_on) faults.until = t('Please choose another day.');
  if (fields.cover_id) {
    faults.cover =
      fields.cover_id[0] === 'away_too'
        ? t('They are away then too.')
        : t('Please choose somebody else.');
  }
  return faults;
}
