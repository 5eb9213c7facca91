/** What the child says is not as they said it, beside the paragraph that it is about. */
import { useState } from 'preact/hooks';
import { type LetterFacts, lettersApi } from '../api/letters';
import { Button, Card } from '../ui';
import { dayOf, formatDay, t } from '../words';

export function Remarks({ facts }: { facts: LetterFacts }) {
  const [seen, setSeen] = useState(facts.remarks.every(one => one.seen_at !== null));
  if (facts.remarks.length === 0) return null;
  return (
    <Card>
      <h2>{t('{name} says: that is not what I said', { name: facts.child.called })}</h2>
      <ul role="list" class="stack">
        {facts.remarks.map(one => {
          const about = facts.paragraphs.find(each => each.key === one.paragraph);
          return (
            <li key={one.id}>
              {about && (
                <blockquote class="soft" lang={facts.language} dir="auto">
                  {about.words}
                </blockquote>
              )}
              <p dir="auto">{one.words}</p>
              <p class="soft small">{formatDay(dayOf(one.at))}</p>
            </li>
          );
        })}
      </ul>
      {!seen && (
        <Button
          onClick={() => {
            void lettersApi.seen(facts.review_id).then(
              () => setSeen(true),
              () => {},
            );
          }}
        >
          {t('I have read this')}
        </Button>
      )}
    </Card>
  );
}
