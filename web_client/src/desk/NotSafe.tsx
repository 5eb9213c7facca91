/** The child's own mark, before all else on a page about them: somebody else may read their phone. */
import { Notice } from '../ui';
import { dayOf, formatDay, t } from '../words';

type Props = { called: string; since: string | null; takenBack?: string | null };
const TOLD_FOR_DAYS = 28;

export function NotSafe({ called, since, takenBack = null }: Props) {
  if (since) {
    return (
      <Notice tone="stop" title={t('It is not safe to reply to {name} here', { name: called })}>
        <p>
          {t('{name} said so on {day}. Somebody else may read the phone. Talk in person first.', {
            name: called,
            day: formatDay(dayOf(since)),
          })}
        </p>
      </Notice>
    );
  }
  if (!takenBack || !isRecent(takenBack)) return null;
  return (
    <Notice tone="care">
      <p>
        {t(
          'Since {day} {name} no longer says that it is not safe to reply. Ask in person whether that is so.',
          { name: called, day: formatDay(dayOf(takenBack)) },
        )}
      </p>
    </Notice>
  );
}

function isRecent(moment: string): boolean {
  return Date.now() - new Date(moment).getTime() < TOLD_FOR_DAYS * 86_400_000;
}
