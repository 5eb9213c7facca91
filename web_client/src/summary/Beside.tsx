/** Carers, parents and professionals beside the child, topic by topic. */
import type { SummaryFacts } from '../api';
import { Said } from '../desk/Said';
import { t, tq } from '../words';
import { Voice } from './Differences';
import { besideEachOther, type ToSource } from './reading';

export function Beside({ summary, onSource }: { summary: SummaryFacts; onSource: ToSource }) {
  const topics = besideEachOther(summary);
  return (
    <section class="band-section" aria-labelledby="others">
      <h2 id="others">{t('What others say')}</h2>
      {topics.length === 0 && <p class="soft">{t('Nobody else has written yet.')}</p>}
      {topics.map(topic => (
        <section key={topic.topic} class="beside">
          <h3>{tq(topic.title)}</h3>
          <div class="beside__child">
            {topic.child.length === 0 && (
              <p class="soft small">
                {t('Nothing from {name} on this.', { name: summary.child.called })}
              </p>
            )}
            {topic.child.map(line => (
              <Said key={line.answer_id} line={line} voice="other" quiet onSource={onSource} />
            ))}
          </div>
          <div class="beside__others">
            {topic.others.map(({ person, lines }) => (
              <div key={person.person_id} class="beside__one">
                <Voice person={person} childId={summary.child.id} />
                {lines.map(line => (
                  <Said key={line.answer_id} line={line} voice="other" onSource={onSource} />
                ))}
              </div>
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}
