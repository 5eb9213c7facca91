/** The hand-over to the council's archive: the bundle, and the archive's word that it has this very one. */
import { useState } from 'preact/hooks';
import { distributionApi } from '../api/distribution';
import { useWork } from '../api/work';
import { Button, Notice, ProblemNotice, TextField } from '../ui';
import { SaveFile } from '../ui/SaveFile';
import { t } from '../words';

export function Archive({ reviewId }: { reviewId: string }) {
  const [digest, setDigest] = useState('');
  const [done, setDone] = useState(false);
  const { busy, problem, run } = useWork();
  const said = digest.trim().toLowerCase();
  const isDigest = /^[0-9a-f]{64}$/.test(said);
  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (isDigest && (await run(() => distributionApi.acknowledge(reviewId, said)))) setDone(true);
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
            <Button type="submit" busy={busy} disabled={!isDigest}>
              {t('The archive has it')}
            </Button>
          </div>
          {problem && <ProblemNotice problem={problem} />}
        </form>
      )}
    </section>
  );
}
