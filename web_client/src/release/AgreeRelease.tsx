/** The second of two people looks at what somebody would be given, and agrees or sends it back. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { type ReleaseSeen, releasesApi } from '../api/releases';
import { useWork } from '../api/work';
import { DeskPage } from '../desk/DeskPage';
import { Findings } from '../desk/Findings';
import { Refused } from '../desk/giving/Refused';
import { ReviewPage } from '../desk/ReviewPage';
import { Button, Notice, ProblemNotice, type ScreenProps, Skeleton, TextArea } from '../ui';
import { Given } from '../ui/given';
import { session } from '../ui/session';
import { dayOf, formatDay, t } from '../words';
import { standingOf } from './words';
import '../desk/giving/giving.css';
import './release.css';

const MOST_NOTE = 2000;

export function AgreeRelease({ me, params }: ScreenProps) {
  const { reviewId = '', releaseId = '' } = params;
  const loaded = useLoaded(() => releasesApi.view(reviewId, releaseId), [reviewId, releaseId]);
  const seen = loaded.value;
  const page = { title: t('What waits to be shared'), tab: t('What waits to be shared') };
  const whole = (
    <>
      {loaded.state === 'loading' && <Skeleton lines={4} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {seen && <Whole reviewId={reviewId} seen={seen} onDone={loaded.again} />}
    </>
  );
  if (me.job === 'reviewing_officer') {
    const review = {
      reviewId,
      childId: seen?.child_id ?? null,
      here: 'share',
      facts: seen,
    } as const;
    return (
      <ReviewPage {...page} {...review} width="reading">
        {whole}
      </ReviewPage>
    );
  }
  return (
    <DeskPage {...page} places={[{ to: '/', say: t('All children'), back: true }]} width="reading">
      {whole}
    </DeskPage>
  );
}

type Props = { reviewId: string; seen: ReleaseSeen; onDone: () => void };

function Whole({ reviewId, seen, onDone }: Props) {
  const { release, names } = seen;
  const to = names[release.person_id] ?? '';
  return (
    <div class="agree">
      <p>
        {t('{officer} would share this with {name}, from the review of {child}.', {
          officer: names[release.made_by_id] ?? '',
          name: to,
          child: names[seen.child_id] ?? '',
        })}{' '}
        <span class="soft">{formatDay(dayOf(release.made_at))}</span>
      </p>
      <h2>{t('What {name} will see', { name: to })}</h2>
      <div class="giving__sheet">
        <Given given={seen.given} before={{ words: seen.words_before, lines: seen.lines_before }} />
      </div>
      {seen.findings.length > 0 && <Findings findings={seen.findings} />}
      {seen.reason && (
        <p>
          <strong>{t('Why it may go out all the same')}</strong>: {seen.reason}
        </p>
      )}
      {seen.note && (
        <p>
          <strong>{t('Why it was sent back')}</strong>: {seen.note}
        </p>
      )}
      {release.state !== 'waiting' && <Notice tone="calm">{standingOf(release)}</Notice>}
      {seen.may_decide && <Decide reviewId={reviewId} seen={seen} onDone={onDone} />}
      {release.state === 'waiting' && release.made_by_id === session.value.me?.id && (
        <TakeBack reviewId={reviewId} seen={seen} onDone={onDone} />
      )}
    </div>
  );
}

function Decide({ reviewId, seen, onDone }: Props) {
  const [note, setNote] = useState('');
  const { busy, problem, run } = useWork();
  const answer = (agrees: boolean) =>
    run(async () => {
      const why = agrees || !note.trim() ? null : note;
      await releasesApi.answer(reviewId, seen.release.id, agrees, why);
      onDone();
    });
  return (
    <div class="agree__decide">
      <TextArea
        label={t('If you send it back: what should change?')}
        value={note}
        most={MOST_NOTE}
        rows={2}
        onInput={setNote}
      />
      <div class="row">
        <Button kind="main" busy={busy} onClick={() => answer(true)}>
          {t('Agree and share it')}
        </Button>
        <Button busy={busy} onClick={() => answer(false)}>
          {t('Send it back')}
        </Button>
      </div>
      <Refused problem={problem} />
    </div>
  );
}

function TakeBack({ reviewId, seen, onDone }: Props) {
  const { busy, problem, run } = useWork();
  return (
    <div class="agree__decide">
      <p>{t('It waits for a manager or another officer. Nobody has been given it yet.')}</p>
      <div class="row">
        <Button
          busy={busy}
          onClick={() =>
            run(async () => {
              await releasesApi.takeBack(reviewId, seen.release.id);
              onDone();
            })
          }
        >
          {t('Take it back')}
        </Button>
      </div>
      <Refused problem={problem} />
    </div>
  );
}
