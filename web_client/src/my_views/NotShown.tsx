/** What I shared leaves no trace on this phone: to add to it, I ask to see it first. */
import { LinkButton, Page } from '../ui';
import { t } from '../words';

export function NotShown() {
  return (
    <Page title={t('Say what I think')} back={{ to: '/', label: t('Home') }}>
      <p>{t('You have shared your words. They are not shown here, as you asked.')}</p>
      <p>{t('To add or change something, look at them first.')}</p>
      <div class="row">
        <LinkButton kind="main" to="/said">
          {t('Look at them')}
        </LinkButton>
      </div>
    </Page>
  );
}
