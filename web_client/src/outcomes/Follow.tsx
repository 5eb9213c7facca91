/** What became of a decision that was shared, and what the team manager says to it. */
import { useState } from 'preact/hooks';
import { type Decision, outcomesApi, type ReportProgress } from '../api/outcomes';
import { useWork } from '../api/work';
import { Select } from '../desk/Select';
import { Button, LinkButton, ProblemNotice, TextArea, TextField } from '../ui';
import { t } from '../words';
import type { PartProps } from './Outcomes';

type Props = PartProps & { decision: Decision };
type Kind = ReportProgress['kind'];

export function Follow({ decision, facts, again }: Props) {
  const [open, setOpen] = useState<'progress' | 'manager' | null>(null);
  const done = () => {
    setOpen(null);
    again();
  };
  if (open === 'progress') return <Progress decision={decision} onDone={done} />;
  if (open === 'manager') return <Manager decision={decision} onDone={done} />;
  return (
    <div class="row">
      <Button kind="quiet" onClick={() => setOpen('progress')}>
        {t('Say what became of it')}
      </Button>
      <Button kind="quiet" onClick={() => setOpen('manager')}>
        {t('Team manager’s view')}
      </Button>
      <LinkButton
        kind="quiet"
        to={`/children/${facts.child.id}/disputes?about=decision&subject=${decision.id}`}
      >
        {t('Raise it with the council')}
      </LinkButton>
    </div>
  );
}

type FormProps = { decision: Decision; onDone: () => void };

function Progress({ decision, onDone }: FormProps) {
  const isOver = decision.state === 'done' || decision.state === 'not_done';
  const [kind, setKind] = useState<Kind>(isOver ? 'reopened' : 'done');
  const [words, setWords] = useState('');
  const [id] = useState(() => crypto.randomUUID());
  const [empty, setEmpty] = useState(false);
  const work = useWork();
  const options: [Kind, string][] = isOver
    ? [
        ['reopened', t('It is open again')],
        ['note', t('Only a note')],
      ]
    : [
        ['done', t('It is done')],
        ['confirmed', t('It is under way')],
        ['not_done', t('It was not done, and will not be')],
        ['note', t('Only a note')],
      ];
  const mustSay = kind === 'note' || kind === 'not_done';
  return (
    <form
      class="outcomes__form"
      onSubmit={event => {
        event.preventDefault();
        setEmpty(mustSay && !words.trim());
        if (mustSay && !words.trim()) return;
        const told = { kind, words: words.trim() || null };
        void work
          .run(() => outcomesApi.progress(decision.id, id, told))
          .then(done => done && onDone());
      }}
    >
      <Select
        label={t('What became of it')}
        value={kind}
        options={options}
        onChange={key => setKind(key as Kind)}
      />
      <TextArea
        label={t('In your words')}
        hint={t('The child reads this.')}
        rows={2}
        most={2000}
        error={empty ? t('Please write something first.') : null}
        value={words}
        onInput={setWords}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button kind="main" type="submit" busy={work.busy}>
          {t('Keep this')}
        </Button>
      </div>
    </form>
  );
}

function Manager({ decision, onDone }: FormProps) {
  const [view, setView] = useState<'agreed' | 'disagreed'>(decision.manager?.view ?? 'disagreed');
  const [name, setName] = useState(decision.manager?.who_words ?? '');
  const [words, setWords] = useState(decision.manager?.words ?? '');
  const [empty, setEmpty] = useState(false);
  const work = useWork();
  return (
    <form
      class="outcomes__form"
      onSubmit={event => {
        event.preventDefault();
        const lacks = !name.trim() || (view === 'disagreed' && !words.trim());
        setEmpty(lacks);
        if (lacks) return;
        const said = { view, words: words.trim() || null, who_words: name.trim() };
        void work.run(() => outcomesApi.manager(decision.id, said)).then(done => done && onDone());
      }}
    >
      <Select
        label={t('The team manager')}
        value={view}
        options={[
          ['disagreed', t('disagrees')],
          ['agreed', t('agrees')],
        ]}
        onChange={key => setView(key === 'agreed' ? 'agreed' : 'disagreed')}
      />
      <TextField
        label={t('Their name')}
        error={empty && !name.trim() ? t('Please write a name.') : null}
        value={name}
        most={200}
        onInput={setName}
      />
      <TextArea
        label={t('What they say')}
        hint={t('For the record. The child does not see it.')}
        rows={2}
        most={2000}
        error={
          empty && view === 'disagreed' && !words.trim() ? t('Please write something first.') : null
        }
        value={words}
        onInput={setWords}
      />
      {work.problem && <ProblemNotice problem={work.problem} />}
      <div>
        <Button kind="main" type="submit" busy={work.busy}>
          {t('Keep this')}
        </Button>
      </div>
    </form>
  );
}
