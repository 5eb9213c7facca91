/** Which questions a child is given: what their age suggests, and what was chosen for them. */
import { useState } from 'preact/hooks';
import { api, asProblem, type ChildFacts, type Problem } from '../api';
import { BANDS, bandMeans, bandName } from '../desk/names';
import { Button, Choices, Dialog, ProblemNotice, Status } from '../ui';
import { t } from '../words';

export function Band({ child, onChanged }: { child: ChildFacts; onChanged: () => void }) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const chosen = child.band !== child.band_suggested;
  return (
    <section class="band" aria-labelledby="band">
      <h2 id="band">{t('Questions')}</h2>
      <p>
        <strong>{bandName(child.band)}</strong>
        <br />
        <span class="soft">{bandMeans(child.band)}</span>
      </p>
      <p class="soft small">
        {chosen
          ? t('Chosen for {name}. The age suggests {band}.', {
              name: child.called,
              band: bandName(child.band_suggested),
            })
          : t('As the age suggests.')}
      </p>
      <Button onClick={() => setOpen(true)}>{t('Change the questions')}</Button>
      <Status>{said}</Status>
      <Dialog title={t('Which questions?')} open={open} onClose={() => setOpen(false)}>
        <BandForm
          child={child}
          onDone={() => {
            setOpen(false);
            setSaid(t('Changed.'));
            onChanged();
          }}
        />
      </Dialog>
    </section>
  );
}

function BandForm({ child, onDone }: { child: ChildFacts; onDone: () => void }) {
  const [band, setBand] = useState(child.band);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await api.changeBand(child.id, band);
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form class="stack" onSubmit={save}>
      <p class="soft">
        {t('Age is only a hint. Choose what fits how {name} likes to say things.', {
          name: child.called,
        })}
      </p>
      <Choices
        legend={t('Questions for')}
        legendHidden
        required
        value={band}
        onChoose={key => setBand(key ?? band)}
        options={BANDS.map(key => ({
          key,
          say:
            key === child.band_suggested
              ? t('{band} (the age suggests this)', { band: bandName(key) })
              : bandName(key),
          more: bandMeans(key),
        }))}
      />
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit" busy={busy}>
        {t('Use these questions')}
      </Button>
    </form>
  );
}
