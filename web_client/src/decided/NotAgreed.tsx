/** When I do not agree: my IRO looks again, an advocate, a complaint, or somebody else. */
import { Button, Card, LinkCard, openHelpNow, Page } from '../ui';
import { t } from '../words';

export function NotAgreed() {
  return (
    <Page
      title={t('When I don’t agree')}
      lead={t('You are allowed to. You are not in trouble.')}
      back={{ to: '/decided', label: t('What we decided') }}
    >
      <LinkCard to="/talk" title={t('Ask my IRO to look again')}>
        {t('They can ask the people in charge to think again.')}
      </LinkCard>
      <LinkCard to="/ask" title={t('Get an advocate')}>
        {t('An advocate is on your side. They help you say it. It is free.')}
      </LinkCard>
      <Card title={t('Make a complaint')}>
        <p>{t('Say or write: “I want to complain.”')}</p>
        <p>{t('You can say it to your IRO, or an advocate can help you.')}</p>
        <p>{t('The council has to look into it and answer you.')}</p>
        <div class="row">
          <a href="/talk">{t('Tell my IRO')}</a>
          <a href="/ask">{t('Ask for an advocate')}</a>
        </div>
      </Card>
      <Card title={t('Talk to someone else')}>
        <p>{t('There are people outside the council you can ring.')}</p>
        <Button onClick={openHelpNow}>{t('Show me who')}</Button>
      </Card>
    </Page>
  );
}
