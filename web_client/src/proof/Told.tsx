/** What somebody is told when they come in: that a card opened their account while they were away. */
import type { Me } from '../api';
import { proof } from '../api/proof';
import { useWork } from '../api/work';
import { Button, Notice, Page, ProblemNotice, session } from '../ui';
import { formatMoment, t } from '../words';

export function Told({ me }: { me: Me }) {
  const { busy, problem, run: attempt } = useWork();
  const notices = me.notices ?? [];
  return (
    <Page title={t('Before you go on')}>
      <div class="stack">
        {notices.map(one => (
          <Notice key={one.id} tone="care">
            <p>
              {one.by
                ? t('A card made by {name} opened your account.', { name: one.by })
                : t('A card opened your account.')}{' '}
              {formatMoment(one.at)}
            </p>
            {one.what === 'factors_dropped' && (
              <p>{t('Your phone’s codes and passkeys of before stopped working then.')}</p>
            )}
          </Notice>
        ))}
        <p>{t('Was it not you who used it? Then tell your IRO or your manager now.')}</p>
        {problem && <ProblemNotice problem={problem} />}
        <Button
          kind="main"
          wide
          busy={busy}
          onClick={() =>
            void attempt(async () => {
              await proof.readNotices();
              session.value = { ...session.value, me: { ...me, notices: [] } };
            })
          }
        >
          {t('I have read it')}
        </Button>
      </div>
    </Page>
  );
}
