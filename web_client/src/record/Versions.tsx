/** Every version that was saved: fetched only when somebody opens it. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem, useLoaded } from '../api';
import { HEADINGS, type RecordContent, type RecordVersion, recordApi } from '../api/records';
import { SideSheet } from '../desk/SideSheet';
import { Button, ProblemNotice, Skeleton } from '../ui';
import { formatMoment, t } from '../words';
import { headingName } from './names';
import type { PartProps } from './ReviewRecord';

export function Versions({ facts }: PartProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="versions no-print" onToggle={event => setOpened(event.currentTarget.open)}>
      <summary>
        <h2>{t('Every version')}</h2>
      </summary>
      {opened && <Listed reviewId={facts.review.id} />}
    </details>
  );
}

const MOST_SHOWN = 50;

function Listed({ reviewId }: { reviewId: string }) {
  const loaded = useLoaded(() => recordApi.versions(reviewId), [reviewId]);
  const [shown, setShown] = useState<(RecordVersion & { content: RecordContent }) | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [all, setAll] = useState(false);
  if (loaded.state === 'loading') return <Skeleton lines={3} />;
  if (loaded.state === 'problem') {
    return <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />;
  }
  const { versions } = loaded.value;
  const open = (revision: number) =>
    recordApi.version(reviewId, revision).then(setShown, error => setProblem(asProblem(error)));
  return (
    <>
      {versions.length === 0 && <p class="soft">{t('None.')}</p>}
      {problem && <ProblemNotice problem={problem} />}
      <ul role="list" class="versions__list">
        {versions.slice(0, all ? undefined : MOST_SHOWN).map(one => (
          <li key={one.revision}>
            <Button kind="quiet" onClick={() => void open(one.revision)}>
              {t('Version {n}: {name}, {moment}', {
                n: one.revision,
                name: one.saved.name,
                moment: formatMoment(one.saved.at),
              })}
            </Button>
          </li>
        ))}
      </ul>
      {!all && versions.length > MOST_SHOWN && (
        <Button onClick={() => setAll(true)}>{t('Show all')}</Button>
      )}
      <SideSheet
        title={shown ? t('Version {n}', { n: shown.revision }) : t('Version')}
        open={shown !== null}
        onClose={() => setShown(null)}
      >
        {shown && <Words content={shown.content} />}
      </SideSheet>
    </>
  );
}

function Words({ content }: { content: RecordContent }) {
  const written = HEADINGS.filter(key => content.written[key]);
  return (
    <div class="stack">
      {written.length === 0 && <p class="soft">{t('Nothing was written under the headings.')}</p>}
      {written.map(key => (
        <section key={key}>
          <h3>{headingName(key)}</h3>
          <p class="record__words">{content.written[key]}</p>
        </section>
      ))}
    </div>
  );
}
