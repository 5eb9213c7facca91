/** What those who know a child saw, for a child who cannot say it: marked as seen, not said. */
import type { SummaryFacts } from '../api';
import { saidOn } from '../desk/lines';
import { whoIs } from '../desk/names';
import { Said } from '../desk/Said';
import { t, tq } from '../words';
import type { ToSource } from './reading';

export function Observations({ summary, onSource }: { summary: SummaryFacts; onSource: ToSource }) {
  if (summary.observations.length === 0) return null;
  return (
    <section class="band-section" aria-labelledby="observed">
      <div>
        <h2 id="observed">{t('Seen, not said')}</h2>
        <p class="soft">
          {t('What people who know {name} saw. These are their words, not {name}’s.', {
            name: summary.child.called,
          })}
        </p>
      </div>
      {summary.observations.map(seen => (
        <div key={seen.contribution_id} class="observed">
          <p class="voice">
            <strong>{seen.person.name}</strong> {whoIs(seen.person)}, {saidOn(seen.shared_at)}
          </p>
          {seen.topics.map(topic => (
            <div key={topic.topic} class="observed__topic">
              <h3>{tq(topic.title)}</h3>
              {topic.lines.map(line => (
                <Said key={line.answer_id} line={line} voice="other" onSource={onSource} />
              ))}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
