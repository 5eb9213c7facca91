/** What the reviewing officer shared with me: by whom, when, and nothing about anybody else. */
import { useContext } from 'preact/hooks';
import { api, useLoaded } from '../api';
import { type GivenOnce, releasesApi } from '../api/releases';
import { Looking } from '../drafts';
import { Card, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { Given } from '../ui/given';
import { SaveFile } from '../ui/SaveFile';
import { dayOf, formatDay, t } from '../words';

export function SharedWithMe({ me, params }: ScreenProps) {
  const looked = useContext(Looking);
  const loaded = useLoaded(
    async () => (looked?.shared as GivenOnce[]) ?? (await shared(params.reviewId)),
    [params.reviewId],
  );
  const isChild = me.job === 'child';
  return (
    <Page
      title={t('Shared with you')}
      lead={loaded.state === 'loading' || loaded.value?.length ? leadFor(isChild) : undefined}
      back={{ to: '/', label: isChild ? t('Home') : t('Start') }}
    >
      {loaded.state === 'loading' && <Skeleton lines={3} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <p>{t('There is nothing here yet. What is shared with you will be here.')}</p>
      )}
      {params.reviewId && !looked && loaded.value && loaded.value.length > 0 && (
        <Keep reviewId={params.reviewId} />
      )}
      {loaded.value?.map(once => (
        <Card key={once.id}>
          <h2>{formatDay(dayOf(once.released_at))}</h2>
          <Given given={once.given} />
        </Card>
      ))}
    </Page>
  );
}

function Keep({ reviewId }: { reviewId: string }) {
  return (
    <div class="row">
      <SaveFile name="shared.pdf" get={() => releasesApi.sharedAsPdf(reviewId)}>
        {t('Print or keep it (PDF)')}
      </SaveFile>
    </div>
  );
}

function leadFor(isChild: boolean): string {
  return isChild
    ? t('Your IRO gave you this to read.')
    : t('The IRO gave you this to read. It was chosen for you.');
}

/** Of one review, or of the child's own when the address names none. */
async function shared(reviewId: string | undefined): Promise<GivenOnce[]> {
  const id = reviewId ?? (await api.myReviews()).reviews[0]?.id;
  return id ? (await releasesApi.sharedWithMe(id)).shared : [];
}
