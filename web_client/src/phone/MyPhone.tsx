/** My own phone: who can open it, where I am signed in, and what stays on it. */
import { useLoaded } from '../api';
import { phone } from '../api/phone';
import { Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { t } from '../words';
import { Devices } from './Devices';
import { MyPictures } from './MyPictures';
import { Traces } from './Traces';
import './MyPhone.css';

export function MyPhone({ me }: ScreenProps) {
  const mine = useLoaded(phone.devices, []);
  const here = mine.value?.devices.find(device => device.is_this);
  return (
    <Page
      title={t('My phone')}
      lead={t('Who can open it, and what stays on it.')}
      back={{ to: '/', label: t('Home') }}
    >
      {mine.state === 'loading' && <Skeleton lines={3} tall />}
      {mine.state === 'problem' && <ProblemNotice problem={mine.problem} onRetry={mine.again} />}
      {mine.value && me.job === 'child' && (
        <>
          <MyPictures
            ways={mine.value.ways}
            has={here?.has_pictures ?? false}
            onDone={mine.again}
          />
          <Traces />
        </>
      )}
      {mine.value && <Devices devices={mine.value.devices} onChanged={mine.again} />}
      <p>
        <a href="/notices">{t('How I am told')}</a>
      </p>
      <section class="stack" aria-labelledby="locks">
        <h2 id="locks">{t('It locks by itself')}</h2>
        <p>
          {t(
            'After two minutes, or soon after you look at something else. Then only you can open it.',
          )}
        </p>
        <p>
          {t('Somebody who looks over your shoulder can still read it. So can an app that spies.')}
        </p>
      </section>
    </Page>
  );
}
