/** The way to my IRO, to my chair, and to what was shared with me. How things look is at the foot of every page. */
import { api, type Me } from '../api';
import { useKept } from '../drafts';
import { Chair, LinkCard } from '../ui';
import { t } from '../words';

/** Asked for when the first page is at rest. */
const AT_REST_MS = 1_500;

export function MyPlaces({ me }: { me: Me }) {
  const talks = useKept('conversations', async () => {
    await new Promise(rest => setTimeout(rest, AT_REST_MS));
    return api.myConversations();
  });
  const isNew = talks.value?.conversations.some(one => one.is_me && one.unread > 0);
  return (
    <>
      <LinkCard to="/talk" title={t('Talk to my IRO')} mark={isNew ? t('New') : null}>
        {t('Write any time. Ask for a visit, or for help.')}
      </LinkCard>
      <LinkCard to="/decided" title={t('What we decided')}>
        {t('Answers, letters and all your words.')}
      </LinkCard>
      <LinkCard to="/my-chair" title={t('My chair')} picture={<Chair look={me.chair} size={56} />}>
        {me.chair ? t('Change how it looks.') : t('Choose one. It stands for you here.')}
      </LinkCard>
      <a class="child-home__shared" href="/shared">
        {t('Shared with me')}
      </a>
    </>
  );
}
