/** Who sees to it: somebody around the child, or anybody else by name. */
import type { CouldDo } from '../api/outcomes';
import { TextField } from '../ui';
import { t } from '../words';
import { whoIs } from './names';
import { Select } from './Select';

export type ChosenWho = { id: string; words: string };
export const NOBODY: ChosenWho = { id: '', words: '' };
const ANOTHER = 'another';
const MOST_WHO = 200;

type Props = {
  label: string;
  could: CouldDo[];
  value: ChosenWho;
  onChange: (who: ChosenWho) => void;
  error?: string | null;
};

export function WhoField({ label, could, value, onChange, error }: Props) {
  const options: [string, string][] = [
    ['', t('Choose who')],
    ...could.map(({ who, kind }): [string, string] => [
      who.id,
      t('{name} ({what})', { name: who.name, what: whoIs({ job: who.job, kind }) }),
    ]),
    [ANOTHER, t('Somebody else')],
  ];
  return (
    <>
      <Select
        label={label}
        value={value.id}
        options={options}
        error={error}
        onChange={id => onChange({ ...value, id })}
      />
      {value.id === ANOTHER && (
        <TextField
          label={t('Their name, or what they are')}
          value={value.words}
          most={MOST_WHO}
          onInput={words => onChange({ ...value, words })}
        />
      )}
    </>
  );
}

/** As the server takes it. */
export function sentWho({ id, words }: ChosenWho): {
  who_id: string | null;
  who_words: string | null;
} {
  if (id === ANOTHER) return { who_id: null, who_words: words.trim() || null };
  return { who_id: id || null, who_words: null };
}

export function whoOf(given: { who: { id: string } | null; who_words: string | null }): ChosenWho {
  if (given.who_words) return { id: ANOTHER, words: given.who_words };
  return { id: given.who?.id ?? '', words: '' };
}
