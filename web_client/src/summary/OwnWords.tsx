/** The child's own words, large and whole, topic by topic. */
import type { Line, SummaryFacts, TopicLines } from '../api';
import { eachAfter } from '../desk/lines';
import { Said, ShortlySaid } from '../desk/Said';
import { Chair } from '../ui';
import { t, tq } from '../words';
import { hasWords, ownWords, speaksForItself, type ToSource, wordsFirst } from './reading';

export function OwnWords({ summary, onSource }: { summary: SummaryFacts; onSource: ToSource }) {
  const { child, contributions } = summary;
  const own_words = wordsFirst(ownWords(summary));
  const than = eachAfter(own_words.flatMap(topic => topic.lines));
  return (
    <section class="own" aria-labelledby="own">
      <h2 id="own" class="own__title">
        <Chair look={child.chair} size={56} />
        {t('In {name}’s own words', { name: child.called })}
      </h2>
      {summary.own_words.length === 0 && <p class="own__none">{nothing(summary)}</p>}
      {own_words.map(topic => (
        <Topic
          key={topic.topic}
          topic={topic}
          contributions={contributions}
          than={than}
          onSource={onSource}
        />
      ))}
    </section>
  );
}

type TopicProps = {
  topic: TopicLines;
  contributions: SummaryFacts['contributions'];
  than: Map<Line, Line | undefined>;
  onSource: ToSource;
};

function Topic({ topic, contributions, than, onSource }: TopicProps) {
  const written = topic.lines.filter(hasWords);
  const short = topic.lines.filter(line => !hasWords(line));
  return (
    <section class="own__topic">
      <h3>{tq(topic.title)}</h3>
      {written.map(line => (
        <Said
          key={line.answer_id}
          line={line}
          voice="child"
          helper={contributions[line.contribution_id]?.helper}
          onSource={onSource}
          than={than.get(line)}
          askHidden={speaksForItself(line, topic.lines)}
        />
      ))}
      {short.length > 0 && (
        <ul class="shortlies" role="list">
          {short.map(line => (
            <ShortlySaid
              key={line.answer_id}
              line={line}
              onSource={onSource}
              than={than.get(line)}
              askHidden={speaksForItself(line, topic.lines)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function nothing({ child, contributions }: SummaryFacts): string {
  const own = Object.values(contributions).filter(one => one.person.person_id === child.id);
  if (own.some(one => one.withdrawn_at)) {
    return t('{name} has taken back what they shared.', { name: child.called });
  }
  return t('{name} has not shared anything yet.', { name: child.called });
}
