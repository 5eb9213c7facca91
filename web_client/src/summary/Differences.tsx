/** The same thing answered differently: each answer, and the way to it; the words stand elsewhere once. */
import type { SummaryFacts } from '../api';
import { eachAfter } from '../desk/lines';
import { whoIs } from '../desk/names';
import { Answered, SaidFoot } from '../desk/Said';
import { t, tq } from '../words';
import type { ToSource } from './reading';

export function Differences({ summary, onSource }: { summary: SummaryFacts; onSource: ToSource }) {
  const { differences, child } = summary;
  if (differences.length === 0) return null;
  const than = eachAfter(differences.flatMap(({ entries }) => entries.map(({ says }) => says)));
  return (
    <section class="band-section" aria-labelledby="differ">
      <h2 id="differ">{t('Where people differ')}</h2>
      {differences.map(({ topic, title, entries }) => (
        <div key={`${topic} ${entries[0]?.says.question}`} class="differ">
          <h3>{tq(title)}</h3>
          <ul role="list" class="differ__row">
            {entries.map(({ person, says }) => (
              <li
                key={`${person.person_id} ${says.answer_id}`}
                class="differ__one"
                data-child={person.person_id === child.id || undefined}
              >
                <strong>{person.person_id === child.id ? person.called : person.name}</strong>
                {person.person_id !== child.id && <span class="soft">{whoIs(person)}</span>}
                <Answered line={says} />
                <SaidFoot line={says} onSource={onSource} than={than.get(says)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
