/** An address where there is nothing, or nothing for this person: both look the same. */
import { t } from '../words';
import { Page } from './Page';

export function NothingHere() {
  return (
    <Page title={t('There is nothing here')} back={{ to: '/', label: t('Start') }}>
      <p>{t('This page does not exist, or it is not for you.')}</p>
    </Page>
  );
}
