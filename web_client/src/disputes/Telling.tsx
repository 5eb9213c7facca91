/** What the child is told of a dispute in plain words, or why that would not be safe. */
import { Choices, TextArea } from '../ui';
import { t } from '../words';
import { LONGEST } from './names';

export type Told = { tells: boolean; words: string };

export function toldOf(told: Told): {
  words_to_child: string | null;
  not_told_because: string | null;
} {
  const words = told.words.trim() || null;
  return {
    words_to_child: told.tells ? words : null,
    not_told_because: told.tells ? null : words,
  };
}

type Props = { called: string; told: Told; onChange: (told: Told) => void; missing: boolean };

export function Telling({ called, told, onChange, missing }: Props) {
  return (
    <>
      <Choices
        legend={t('Is it safe to tell {name}?', { name: called })}
        inRow
        required
        value={told.tells ? 'yes' : 'no'}
        onChoose={key => onChange({ tells: key !== 'no', words: '' })}
        options={[
          { key: 'yes', say: t('Yes') },
          { key: 'no', say: t('No, not safe') },
        ]}
      />
      <TextArea
        label={
          told.tells
            ? t('What you tell {name}', { name: called })
            : t('Why it would not be safe to tell {name}', { name: called })
        }
        hint={
          told.tells
            ? t('They read these words: short and plain, such as “I am asking the team again.”')
            : t('{name} learns nothing of this dispute. The reason is kept.', { name: called })
        }
        rows={2}
        most={LONGEST}
        error={missing && !told.words.trim() ? t('Please write something here.') : null}
        value={told.words}
        onInput={words => onChange({ ...told, words })}
      />
    </>
  );
}
