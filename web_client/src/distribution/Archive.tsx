/** The hand-over to the council's archive: the bundle, and the archive's word that it has this very one. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { distributionApi } from '../api/distribution';
import { Button, Notice, ProblemNotice, TextField } from '../ui';
import { SaveFile } from '../ui/SaveFile';
import { t } from '../words';

export function Archive({ reviewId }: { reviewId: string }) {
  const [digest, setDigest] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const said = digest.trim().toLowerCase();
  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (busy || !/^[0-9a-f]{64}$/.test(said)) return;
    setBusy(true);
    setProblem(null);
    try {
      await distributionApi.acknowledge(reviewId, said);
      setDone(true);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <section class="record-files" aria-labelledby="archive">
      <h2 id="archive">{t('For the council’s archive')}</h2>
      <p class="soft small">
        {t('One file with everything. Its SHA-256 shows that the archive has this very one.')}
      </p>
      <div class="row">
        <SaveFile name="record.zip" get={() => distributionApi.bundle(reviewId)}>
          {t('Download everything (zip)')}
        </SaveFile>
      </div>
      {done ? (
        <Notice tone="good" announced>
          <p>{t('Noted: the archive has it.')}</p>
        </Notice>
      ) : (
        <form class="stack stack--tight" onSubmit={send}>
          <TextField
            label={t('SHA-256 that the archive shows')}
            value={digest}
            onInput={setDigest}
          />
          <div class="row">
            <Button type="submit" busy={busy} disabled={!/^[0-9a-f]{64}$/.test(said)}>
              {t('The archive has it')}
            </Button>
          </div>
          {problem && <ProblemNotice problem={problem} />}
        </form>
      )}
    </section>
  );
}
