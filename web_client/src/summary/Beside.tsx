/** Carers, parents and professionals beside the child, topic by topic. */
import type { SummaryFacts } from '../api';
import { Said } from '../desk/Said';
import { t, tq } from '../words';
import { Voice } from './Differences';
import { besideEachOther, type Beside as Together, type ToSource } from './reading';

export function Beside({ summary, onSource }: { summary: SummaryFacts; onSource: ToSource }) {
  const topics = besideEachOther(summary);
  const both = topics.filter(topic => topic.child.length > 0);
  const alone = topics.filter(topic => topic.child.length === 0);
  return (
    <section class="band-section" aria-labelledby="others">
      <h2 id="others">{t('What others say')}</h2>
      {topics.length === 0 && <p class="soft">{t('Nobody else has written yet.')}</p>}
      {both.map(topic => (
        <section key={topic.topic} class="beside">
          <h3>{tq(topic.title)}</h3>
          <div class="beside__child">
            {topic.child.map(line => (
              <Said key={line.answer_id} line={line} voice="other" quiet onSource={onSource} />
            ))}
          </div>
          <Others topic={topic} childId={summary.child.id} onSource={onSource} />
        </section>
      ))}
      {alone.length > 0 && both.length > 0 && (
        <p class="beside__apart soft">
          {t('{name} said nothing on these:', { name: summary.child.called })}
        </p>
      )}
      {alone.map(topic => (
        <section key={topic.topic} class="beside beside--alone">
          <h3>{tq(topic.title)}</h3>
          <Others topic={topic} childId={summary.child.id} onSource={onSource} />
        </section>
      ))}
    </section>
  );
}

type OthersProps = { topic: Together; childId: string; onSource: ToSource };

function Others({ topic, childId, onSource }: OthersProps) {
  return (
    <div class="beside__others">
      {topic.others.map(({ person, lines }) => (
        <div key={person.person_id} class="beside__one">
          <Voice person={person} childId={childId} />
          {lines.map(line => (
            <Said key={line.answer_id} line={line} voice="other" onSource={onSource} />
          ))}
        </div>
      ))}
    </div>
  );
}
