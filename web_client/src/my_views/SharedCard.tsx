/** What I have shared stands here first: since when, who has read it, and the way to read it again. */
import type { Contribution, MyReview } from '../api';
import { Card, Chair, LinkButton } from '../ui';
import { dayOf, daysBetween, formatClock, formatDay, formatWeekday, t, todayHere } from '../words';
import './SharedCard.css';

type Props = { shared: Contribution; review: MyReview; changed: boolean };

export function SharedCard({ shared, review, changed }: Props) {
  return (
    <Card tone="calm" title={t('You have shared your words')}>
      <p>{t('You shared them on {day}.', { day: saidWhen(shared.shared_at) })}</p>
      <ReadBy shared={shared} review={review} />
      {changed && <p>{t('You have changes that are not shared yet.')}</p>}
      <div class="row">
        <LinkButton to="/said">{t('Read it again')}</LinkButton>
      </div>
      {!changed && <p>{t('Want to add or change something? Pick a topic.')}</p>}
    </Card>
  );
}

/** "Priya read this on Tuesday": by name, so that a child knows that somebody did. */
export function ReadBy({ shared, review }: { shared: Contribution; review: MyReview | null }) {
  const chairs = [review?.reviewing_officer, ...(review?.circle ?? [])];
  if (shared.read_by.length === 0)
    return <p class="read-by soft">{t('Nobody has read it yet.')}</p>;
  return (
    <ul role="list" class="read-by">
      {shared.read_by.map(reader => (
        <li key={reader.name + reader.first_read_at}>
          <Chair
            look={chairs.find(person => person?.name === reader.name)?.chair ?? null}
            size={40}
          />
          {t('{name} read this on {day}.', {
            name: reader.called,
            day: saidDay(reader.first_read_at),
          })}
        </li>
      ))}
    </ul>
  );
}

/** "Tuesday at 3:40pm": sharing twice on one day is told apart. */
export function saidWhen(moment: string): string {
  return t('{day} at {time}', { day: saidDay(moment), time: formatClock(moment) });
}

/** "Tuesday" within the last days, else "Tuesday 3 March". */
function saidDay(moment: string): string {
  const day = dayOf(moment);
  const ago = daysBetween(day, todayHere());
  return ago >= 0 && ago < 6 ? formatWeekday(day) : formatDay(day);
}
