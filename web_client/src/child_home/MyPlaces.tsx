/** The way to my chair, and to what my officer shared with me. How things look is at the foot of every page. */
import type { Me } from '../api';
import { Chair, LinkCard } from '../ui';
import { t } from '../words';

export function MyPlaces({ me }: { me: Me }) {
  return (
    <>
      <LinkCard to="/my-chair" title={t('My chair')} picture={<Chair look={me.chair} size={56} />}>
        {me.chair ? t('Change how it looks.') : t('Choose one. It stands for you here.')}
      </LinkCard>
      <a class="child-home__shared" href="/shared">
        {t('Shared with me')}
      </a>
    </>
  );
}
