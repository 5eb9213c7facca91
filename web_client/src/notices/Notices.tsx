/** How I am told that something waits: the way, the hours, and what a notice says word for word. */
import { useState } from 'preact/hooks';
import { type Me, useLoaded } from '../api';
import { notices, type OwnNotices } from '../api/notices';
import { Notice, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { t } from '../words';
import { NotTold } from './NotTold';
import { OwnCalendar } from './OwnCalendar';
import { Ways } from './Ways';

const STAFF: readonly string[] = [
  'social_worker',
  'reviewing_officer',
  'service_manager',
  'administrator',
];
const TELLS_OTHERS: readonly string[] = ['reviewing_officer', 'service_manager'];

export function Notices({ me }: ScreenProps) {
  const mine = useLoaded(notices.mine, []);
  return (
    <Page
      title={t('How I am told')}
      lead={t('We can tell you when something is here for you.')}
      back={{ to: '/', label: t('Start') }}
    >
      {mine.state === 'loading' && <Skeleton lines={4} tall />}
      {mine.state === 'problem' && <ProblemNotice problem={mine.problem} onRetry={mine.again} />}
      {mine.value && <Chosen me={me} first={mine.value} />}
      {TELLS_OTHERS.includes(me.job) && <NotTold />}
      {!['service_manager', 'administrator'].includes(me.job) && <OwnCalendar />}
    </Page>
  );
}

function Chosen({ me, first }: { me: Me; first: OwnNotices }) {
  const [mine, setMine] = useState(first);
  if (!mine.notice || mine.offers.length === 0) {
    return <p>{t('We cannot send notices yet. Look in here now and then.')}</p>;
  }
  return (
    <>
      <section class="stack" aria-labelledby="says">
        <h2 id="says">{t('What it says')}</h2>
        <blockquote class="stack">
          <p>
            <strong>{mine.notice.words}</strong>
            <br />
            {mine.notice.site}
          </p>
        </blockquote>
        <p>{t('It is the same each time. It has no name in it. It does not say what it is.')}</p>
        {me.job === 'child' && (
          <Notice tone="care">
            <p>{t('If somebody else holds your phone, they may see it.')}</p>
            <p>{t('You can choose to get none. That is fine.')}</p>
          </Notice>
        )}
      </section>
      <Ways mine={mine} mayBeAwakeAlways={STAFF.includes(me.job)} onChanged={setMine} />
    </>
  );
}
