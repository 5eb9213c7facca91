/** All my words, word for word: by review, or by topic. */
import type { Everything, OwnWords } from '../api/decided';
import { place } from '../ui';
import { AnswerSaid } from '../ui/question';
import { wear } from '../ui/wear';
import { dayOf, formatDate, t, tn } from '../words';
import css from './MyWords.css?inline';
import { byReview, byTopic, type Group, over } from './said';
import { WithMyWords } from './WithMyWords';

wear(css);

const BY_REVIEW = '/decided/words';
const BY_TOPIC = '/decided/words/topics';

export function MyWords() {
  return (
    <WithMyWords
      title={t('All my words')}
      lead={t('Just as you said them. Only you see this page.')}
    >
      {all => <Words all={all} />}
    </WithMyWords>
  );
}

function Words({ all }: { all: Everything }) {
  const isByTopic = place.value === BY_TOPIC;
  if (all.said.length === 0) {
    return <p>{t('You have not said anything here yet. When you do, it will be here.')}</p>;
  }
  const groups = isByTopic ? byTopic(all) : byReview(all);
  return (
    <>
      <nav class="my-words__ways" aria-label={t('How to sort them')}>
        <a href={BY_REVIEW} aria-current={isByTopic ? undefined : 'page'}>
          {t('By review')}
        </a>
        <a href={BY_TOPIC} aria-current={isByTopic ? 'page' : undefined}>
          {t('By topic')}
        </a>
      </nav>
      {groups.map((group, index) => (
        <OneGroup key={group.key} group={group} open={index === 0} />
      ))}
    </>
  );
}

function OneGroup({ group, open }: { group: Group; open: boolean }) {
  return (
    <details class="my-words" open={open}>
      <summary>
        <h2>{group.title}</h2>
        <span class="soft">{tn('{n} thing', '{n} things', group.said.length)}</span>
      </summary>
      <ul role="list">
        {group.said.map((one, index) => (
          <li key={one.id ?? `${one.at} ${one.kind} ${one.words}`} class="my-words__one">
            {dayOf(one.at) !== dayBefore(group, index) && (
              <p class="my-words__day">{formatDate(dayOf(one.at))}</p>
            )}
            <One said={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The day of what stands above, so that a day is said once. */
function dayBefore(group: Group, index: number): string | null {
  const above = group.said[index - 1];
  return above ? dayOf(above.at) : null;
}

function One({ said }: { said: OwnWords }) {
  const choices = said.chosen.map(say => ({ key: say, say }));
  return (
    <article class="stack">
      <h3>{over(said)}</h3>
      {said.about && (
        <p class="soft" dir="auto">
          {said.about}
        </p>
      )}
      <AnswerSaid
        question={{
          key: said.topic ?? '',
          kind: 'words',
          ask: said.asked ?? '',
          hint: null,
          choices,
          audience: null,
          default_audience: 'only_my_iro',
        }}
        answer={{
          skip: null,
          face: said.face,
          choices: said.chosen,
          words: said.words,
          helper_words: said.helper_words,
          audience: 'only_my_iro',
          not_people: [],
          wish: said.wish,
        }}
        helper={said.helper}
        language={said.language ?? undefined}
      />
      {said.changed_later && <p class="soft">{t('You said it in a new way later.')}</p>}
    </article>
  );
}
