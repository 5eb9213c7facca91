/** The first page: what we decided, and the ways to my words. */
import { LinkCard, Page } from '../ui';
import { t } from '../words';
import { Letters } from './Letters';
import { Outcomes } from './Outcomes';
import { ToldDisputes } from './ToldDisputes';

export function Start() {
  return (
    <Page
      title={t('What we decided')}
      lead={t('What came of your words. And all you said, to keep.')}
      back={{ to: '/', label: t('Home') }}
    >
      <Outcomes />
      <ToldDisputes />
      <Letters />
      <nav class="stack" aria-label={t('My words')}>
        <LinkCard to="/decided/words" title={t('All my words')}>
          {t('All that you said here, by review or by topic.')}
        </LinkCard>
        <LinkCard to="/decided/faces" title={t('My faces over time')}>
          {t('How you said things were, each time.')}
        </LinkCard>
        <LinkCard to="/decided/not-agree" title={t('When I don’t agree')}>
          {t('What you can do, and who helps you.')}
        </LinkCard>
        <LinkCard to="/decided/keep" title={t('What I can keep')}>
          {t('Take it with you. Now, and when you leave care.')}
        </LinkCard>
      </nav>
    </Page>
  );
}
