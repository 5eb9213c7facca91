/** One part of a review: what it is called, when, how long, where or how, and who has a seat. */
import type { How, Invitation } from '../api';
import { whoIs } from '../desk/names';
import { Button, Choices, ManyChoices, Notice, TextArea, TextField } from '../ui';
import { formatDay, formatList, t, tn } from '../words';
import { AGENDA, faultsOf, LONGEST, type PartDraft, type PartFault } from './draft';

type Props = {
  part: PartDraft;
  number: number;
  of: number;
  people: Invitation[];
  dueBy: string | null;
  showFaults: boolean;
  onChange: (part: PartDraft) => void;
  onRemove: () => void;
};

export function PartForm({
  part,
  number,
  of,
  people,
  dueBy,
  showFaults,
  onChange,
  onRemove,
}: Props) {
  const faults = showFaults ? faultsOf(part) : [];
  const walled = walledPairs(part, people);
  const set = (change: Partial<PartDraft>) => onChange({ ...part, ...change });
  const wrong = (...codes: PartFault[]) => faultInWords(codes.find(code => faults.includes(code)));
  return (
    <fieldset class="part">
      <legend class="part__legend">
        {of === 1 ? t('The meeting') : t('Part {number} of {of}', { number, of })}
        {of > 1 && <span class="part__whose">{whoseIn(part, people)}</span>}
      </legend>
      <TextField
        label={t('Name')}
        hint={
          of > 1
            ? t(
                'Those in this part read it. A name like “Dad’s part” would say that there are others.',
              )
            : undefined
        }
        value={part.title}
        most={LONGEST.title}
        error={wrong('title', 'hidden_title')}
        onInput={title => set({ title })}
      />
      <div class="part__when">
        <TextField
          label={t('Day')}
          type="date"
          max="9999-12-31"
          value={part.day}
          error={wrong('past', 'time_without_day')}
          onInput={day => set({ day })}
        />
        <TextField
          label={t('Time')}
          type="time"
          value={part.time}
          error={wrong('day_without_time')}
          onInput={time => set({ time })}
        />
        <TextField
          label={t('Minutes')}
          inputMode="numeric"
          value={part.minutes}
          error={wrong('minutes')}
          onInput={minutes => set({ minutes })}
        />
      </div>
      {dueBy && part.day > dueBy && (
        <Notice tone="care">
          {t('This is after {day}, the last lawful day.', { day: formatDay(dueBy) })}
        </Notice>
      )}
      <Choices
        legend={t('How')}
        inRow
        required
        value={part.how}
        onChoose={how => set({ how: (how ?? part.how) as How })}
        options={[
          { key: 'in_person', say: t('In person') },
          { key: 'video', say: t('By video') },
          { key: 'phone', say: t('By phone') },
        ]}
      />
      {part.how === 'in_person' && (
        <TextField
          label={t('Place')}
          hint={t('Those in this part see it, if they may know where the child lives.')}
          value={part.place}
          most={LONGEST.place}
          error={wrong('hidden_place')}
          onInput={place => set({ place, told_where: [] })}
        />
      )}
      {part.how === 'video' && (
        <TextField
          label={t('Video link')}
          type="url"
          value={part.video_link}
          error={wrong('link', 'name_in_link', 'hidden_link')}
          most={LONGEST.video_link}
          onInput={video_link => set({ video_link, told_where: [] })}
        />
      )}
      <div class="part__people">
        <ManyChoices
          legend={tn('Who comes ({n} person)', 'Who comes ({n} people)', part.people.length)}
          hint={t(
            'People in one part see each other there. People in different parts do not learn of each other.',
          )}
          options={people.map(person => ({
            key: person.person_id,
            say: person.name,
            more: whoIs(person),
          }))}
          values={part.people}
          onChoose={chosen => set({ people: chosen })}
        />
      </div>
      {walled.length > 0 && (
        <Notice tone="care">
          {walled.map(pair => (
            <p key={pair}>
              {t('A wall stands between {people}. In one part they meet.', { people: pair })}
            </p>
          ))}
        </Notice>
      )}
      <ToldWhere part={part} people={people} onChange={told_where => set({ told_where })} />
      <TextArea
        label={t('Agenda')}
        hint={t('One line for each point. Only those in this part read it.')}
        rows={3}
        value={part.agenda}
        error={wrong('agenda')}
        onInput={agenda => set({ agenda })}
      />
      <div>
        <Button kind="stop" class="part__remove" onClick={onRemove}>
          {of === 1 ? t('Take the meeting out') : t('Take this part out')}
        </Button>
      </div>
    </fieldset>
  );
}

type ToldProps = { part: PartDraft; people: Invitation[]; onChange: (ids: string[]) => void };

/** Where the meeting is may give away where the child lives: told to these people only on purpose. */
function ToldWhere({ part, people, onChange }: ToldProps) {
  const asking = people.filter(
    person => part.people.includes(person.person_id) && !person.knows_home,
  );
  if (part.how === 'phone' || asking.length === 0) return null;
  return (
    <div class="part__people">
      <ManyChoices
        legend={t('Who may be told where this is')}
        hint={t(
          'They may not know where the child lives. Not ticked, they read: Your IRO will tell you where.',
        )}
        options={asking.map(person => ({
          key: person.person_id,
          say: person.name,
          more: whoIs(person),
        }))}
        values={part.told_where}
        onChoose={onChange}
      />
    </div>
  );
}

/** Who of this part would meet somebody they are walled from, by twos. */
function walledPairs(part: PartDraft, people: Invitation[]): string[] {
  const coming = people.filter(one => part.people.includes(one.person_id));
  return coming.flatMap((one, index) =>
    coming
      .slice(index + 1)
      .filter(other => one.walled_from.includes(other.person_id))
      .map(other => formatList([one.called || one.name, other.called || other.name])),
  );
}

function whoseIn(part: PartDraft, people: Invitation[]): string {
  const names = people
    .filter(one => part.people.includes(one.person_id) && one.job !== 'reviewing_officer')
    .map(one => one.called);
  return names.length > 0 ? formatList(names) : t('Nobody yet');
}

function faultInWords(fault: PartFault | undefined): string | null {
  switch (fault) {
    case 'title':
      return t('Please give it a name.');
    case 'day_without_time':
      return t('Please give a time.');
    case 'time_without_day':
      return t('Please give a day.');
    case 'past':
      return t('This day is over.');
    case 'minutes':
      return t('A number from 5 to 480.');
    case 'agenda':
      return t('At most {n} lines, each up to {letters} letters.', {
        n: AGENDA.lines,
        letters: AGENDA.letters,
      });
    case 'link':
      return t('It must begin with https://');
    case 'name_in_link':
      return t('No name or password may stand in the link.');
    case 'hidden_title':
    case 'hidden_place':
    case 'hidden_link':
      return t('There is a hidden character in it. Please type it again.');
    default:
      return null;
  }
}
