/** To whom something may be given, each with how it stands for them. */
import type { Person } from '../../api/summary';
import { whoIs } from '../names';

type Props = {
  label: string;
  people: Person[];
  to: string;
  standing: (personId: string) => string;
  onChoose: (personId: string) => void;
};

export function Recipients({ label, people, to, standing, onChoose }: Props) {
  return (
    <nav class="giving__people" aria-label={label}>
      <ul role="list">
        {people.map(person => (
          <li key={person.person_id}>
            <button
              type="button"
              aria-current={person.person_id === to ? 'true' : undefined}
              onClick={() => onChoose(person.person_id)}
            >
              <strong>{person.name}</strong>
              <span class="small">{whoIs(person)}</span>
              <span class="small">{standing(person.person_id)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
