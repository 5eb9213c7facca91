/** Adding somebody to the circle: who they are, and then their invitation. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { circleApi } from '../api/circle';
import { kindName } from '../desk/names';
import { Button, Dialog, Notice, navigate, ProblemNotice, TextField } from '../ui';
import { language, t } from '../words';
import type { KeptCircle } from './Circle';

const KINDS = [
  'mother',
  'father',
  'parent',
  'step_parent',
  'grandparent',
  'brother_or_sister',
  'family_or_friend',
  'guardian',
  'foster_carer',
  'kinship_carer',
  'residential_worker',
  'prospective_adopter',
  'school',
  'health',
  'advocate',
  'independent_visitor',
  'youth_justice',
  'other_professional',
] as const;
const LONGEST = 200;

export function AddPerson({ circle, changed }: KeptCircle) {
  const [open, setOpen] = useState(false);
  return (
    <section class="kept-circle__box" aria-labelledby="add">
      <h2 id="add">{t('Add somebody')}</h2>
      <p class="soft">{t('They start behind walls, and know nothing that is protected.')}</p>
      <Button onClick={() => setOpen(true)}>{t('Add to the circle')}</Button>
      <Dialog title={t('Add to the circle')} open={open} onClose={() => setOpen(false)}>
        <AddForm circle={circle} changed={changed} />
      </Dialog>
    </section>
  );
}

function AddForm({ circle, changed }: KeptCircle) {
  const [id] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [kind, setKind] = useState<string>('');
  const [responsible, setResponsible] = useState(false);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    const lacking = !name.trim() || !kind;
    setMissing(lacking);
    if (lacking) return;
    setBusy(true);
    setProblem(null);
    try {
      await circleApi.add(circle.child_id, id, {
        name: name.trim(),
        kind,
        parental_responsibility: responsible,
        language: language.peek(),
      });
      changed(t('Added.'));
      navigate(`/children/${circle.child_id}/cards/${id}`);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="stack" onSubmit={add} noValidate>
      <TextField
        label={t('Whole name')}
        value={name}
        most={LONGEST}
        error={missing && !name.trim() ? t('Please give a name.') : null}
        onInput={setName}
      />
      <label class="kept-add__kind">
        {t('What are they to {name}?', { name: circle.called })}
        <select
          class="input"
          value={kind}
          aria-invalid={(missing && !kind) || undefined}
          onChange={event => setKind(event.currentTarget.value)}
        >
          <option value="">{t('Please choose')}</option>
          {KINDS.map(one => (
            <option key={one} value={one}>
              {kindName(one)}
            </option>
          ))}
        </select>
        {missing && !kind && <span class="kept-add__missing">{t('Please choose.')}</span>}
      </label>
      <label class="kept-person__knows-one">
        <input
          type="checkbox"
          checked={responsible}
          onChange={event => setResponsible(event.currentTarget.checked)}
        />
        {t('Has parental responsibility')}
      </label>
      <Notice>{t('Next you make their invitation.')}</Notice>
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit" busy={busy}>
        {t('Add, then invite')}
      </Button>
    </form>
  );
}
