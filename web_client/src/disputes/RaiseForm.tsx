/** Raising a dispute: what about, who is asked first, what the child thinks and is told. */
import { useState } from 'preact/hooks';
import { type Disputes, disputesApi } from '../api/disputes';
import { Button, Choices, lettersOver, ProblemNotice, TextArea, TextField } from '../ui';
import { t, todayHere } from '../words';
import { ABOUTS, type About, aboutName, LONGEST, LONGEST_NAME, type Rung, rungName } from './names';
import { Telling, type Told, toldOf } from './Telling';
import { useSending } from './useSending';

type Begun = { about: About; subject: string | null };

/** A decision or a wish from whose page this was opened. */
export function begunFrom(): Begun | null {
  const asked = new URLSearchParams(location.search);
  const about = ABOUTS.find(one => one === asked.get('about'));
  return about ? { about, subject: asked.get('subject') } : null;
}

type Props = { facts: Disputes; onDone: () => void };

export function RaiseForm({ facts, onDone }: Props) {
  const [ids] = useState(() => [crypto.randomUUID(), crypto.randomUUID()] as const);
  const [from] = useState(begunFrom);
  const [about, setAbout] = useState<About | null>(from?.about ?? null);
  const [concern, setConcern] = useState('');
  const [asked, setAsked] = useState('');
  const [stage, setStage] = useState<Rung>('informal');
  const [because, setBecause] = useState('');
  const [view, setView] = useState('');
  const [told, setTold] = useState<Told>({ tells: true, words: '' });
  const [missing, setMissing] = useState(false);
  const { busy, problem, send } = useSending(onDone);
  const { called } = facts.child;
  const passes = stage !== 'informal';
  const lacks = (words: string) =>
    missing && !words.trim() ? t('Please write something here.') : null;

  function raise(event: SubmitEvent) {
    event.preventDefault();
    const needed = [concern, asked, told.words, passes ? because : '-'];
    const short = !about || needed.some(words => !words.trim());
    setMissing(short);
    if (short || !about || [concern, view, told.words].some(one => lettersOver(one, LONGEST)))
      return;
    void send(() =>
      disputesApi.raise(facts.child.id, ids[0], {
        about,
        subject_id: about === from?.about ? from.subject : null,
        concern: concern.trim(),
        raised_on: todayHere(),
        childs_view: view.trim() || null,
        ...toldOf(told),
        first_stage: {
          id: ids[1],
          stage,
          with_words: asked.trim(),
          bypassed_because: passes ? because.trim() : null,
        },
      }),
    );
  }

  return (
    <form class="stack" onSubmit={raise} noValidate>
      <Choices
        legend={t('What is it about?')}
        inRow
        value={about}
        onChoose={key => setAbout(key as About | null)}
        options={ABOUTS.map(key => ({ key, say: aboutName(key) }))}
      />
      {missing && !about && <p class="field__error">{t('Please choose one.')}</p>}
      <TextArea
        label={t('What the council will not do, or has not done')}
        hint={t('It is kept as you write it now, and cannot be changed later.')}
        rows={3}
        most={LONGEST}
        error={lacks(concern)}
        value={concern}
        onInput={setConcern}
      />
      <Choices
        legend={t('Who is asked first?')}
        required
        value={stage}
        onChoose={key => setStage((key ?? 'informal') as Rung)}
        options={facts.ladder.map(step => ({ key: step.stage, say: rungName(step.stage) }))}
      />
      {passes && (
        <TextArea
          label={t('Why are the levels below passed over?')}
          rows={2}
          most={LONGEST}
          error={lacks(because)}
          value={because}
          onInput={setBecause}
        />
      )}
      <TextField
        label={t('Their name')}
        most={LONGEST_NAME}
        error={lacks(asked)}
        value={asked}
        onInput={setAsked}
      />
      <TextArea
        label={t('What {name} thinks of it', { name: called })}
        hint={t('In their own words where you can. Leave it empty if you have not asked yet.')}
        rows={2}
        most={LONGEST}
        value={view}
        onInput={setView}
      />
      <Telling called={called} told={told} onChange={setTold} missing={missing} />
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {t('Raise it')}
        </Button>
      </div>
    </form>
  );
}
