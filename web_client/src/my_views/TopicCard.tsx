/** One topic to pick: its picture, its name and how much is said, without a score. */
import { t, tn, tq } from '../words';
import { questionPath, type TopicState } from './journey';
import { TopicPicture } from './topic_pictures';
import './TopicCard.css';

export function TopicCard({ state: { topic, said, next, state } }: { state: TopicState }) {
  return (
    <a class="topic-card" href={questionPath(next)} data-said={said > 0 || undefined}>
      <TopicPicture topic={topic.key} size={60} />
      <span class="topic-card__title">{tq(topic.title)}</span>
      <span class="topic-card__said">
        {said > 0
          ? tn('{n} thing said', '{n} things said', said)
          : state === 'new'
            ? ''
            : t('Looked at')}
      </span>
    </a>
  );
}
