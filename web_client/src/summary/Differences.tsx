/** The same thing answered differently, each as it was said. */
import type { Person, SummaryFacts } from '../api';
import { whoIs } from '../desk/names';
import { Answered, Said, SaidFoot } from '../desk/Said';
import { t, tq } from '../words';
import type { ToSource } from './reading';

export function Differences({ summary, onSource }: { summary: SummaryFacts; onSource: ToSource }) {
  if (summary.differences.length === 0) return null;
  return (
    <section class="band-section" aria-labelledby="differ">
      <h2 id="differ">{t('Where people differ')}</h2>
      {summary.differences.map(difference => (
        <div key={difference.topic} class="differ">
          <h3>{tq(difference.title)}</h3>
          <ul role="list" class="differ__row">
            {difference.entries.map(({ person, says, words }) => (
              <li key={`${person.person_id} ${says.answer_id}`} class="differ__one">
                <Voice person={person} childId={summary.child.id} />
                <Answered line={says} />
                {says.words && (
                  <blockquote lang={says.language} dir="auto">
                    {says.words}
                  </blockquote>
                )}
                <SaidFoot line={says} onSource={onSource} />
                {words.map(line => (
                  <Said
                    key={line.answer_id}
                    line={line}
                    voice="other"
                    onSource={onSource}
                    askHidden
                    quiet
                  />
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Whose words follow. */
export function Voice({ person, childId }: { person: Person; childId: string }) {
  const isChild = person.person_id === childId;
  return (
    <p class="voice" data-child={isChild || undefined}>
      <strong>{isChild ? person.called : person.name}</strong> {!isChild && whoIs(person)}
    </p>
  );
}
