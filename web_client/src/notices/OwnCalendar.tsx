/** My own meetings, each as a file for my calendar that names nobody. */
import { useState } from 'preact/hooks';
import { api, asProblem, type Problem, useLoaded } from '../api';
import { notices } from '../api/notices';
import { Button, Notice, ProblemNotice } from '../ui';
import { formatMoment, t } from '../words';

export function OwnCalendar() {
  const mine = useLoaded(api.myReviews, []);
  const [problem, setProblem] = useState<Problem | null>(null);
  const parts = (mine.value?.reviews ?? []).flatMap(review =>
    review.parts.flatMap(part =>
      part.starts_at ? [{ review: review.id, id: part.id, at: part.starts_at }] : [],
    ),
  );
  if (parts.length === 0) return null;

  async function keep(review: string, part: string) {
    setProblem(null);
    try {
      save(await notices.calendar(review, part));
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <section class="stack" aria-labelledby="calendar">
      <h2 id="calendar">{t('My calendar')}</h2>
      <p>{t('Put a meeting in it. It says when and where, and no name.')}</p>
      <Notice tone="care">{t('Whoever can see your calendar can see it.')}</Notice>
      {parts.map(part => (
        <Button key={part.id} onClick={() => void keep(part.review, part.id)}>
          {t('Keep {when}', { when: formatMoment(part.at) })}
        </Button>
      ))}
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}

function save(content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/calendar' }));
  link.download = 'meeting.ics';
  link.click();
  URL.revokeObjectURL(link.href);
}
