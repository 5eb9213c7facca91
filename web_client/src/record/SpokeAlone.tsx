/** Whether the IRO spoke with the child in private, where no visit says so already. */
import { type KnownLine, SPOKE, type Spoke } from '../api/records';
import { Select } from '../desk/Select';
import { TextField } from '../ui';
import { t } from '../words';
import { orNone, withMonitoring } from './content';
import { spokeName } from './names';
import type { PartProps } from './ReviewRecord';

export function SpokeAlone({ writing, signed, lines }: PartProps & { lines: KnownLine[] }) {
  const { spoke_alone: spoke, spoke_alone_words: words } = writing.content.monitoring;
  if (lines.some(line => line.fact === 'spoke_alone') && spoke === null) return null;
  if (signed) {
    return spoke ? (
      <p>
        {t('Spoken with in private: {answer}', {
          answer: [spokeName(spoke), words].filter(Boolean).join('. '),
        })}
      </p>
    ) : null;
  }
  return (
    <>
      <Select
        label={t('Did you speak with the child in private before the review?')}
        value={spoke ?? ''}
        options={[
          ['', t('Not said yet')],
          ...SPOKE.map((one): [string, string] => [one, spokeName(one)]),
        ]}
        onChange={value =>
          writing.change(
            withMonitoring(writing.content, {
              spoke_alone: value === '' ? null : (value as Spoke),
            }),
          )
        }
      />
      {spoke && spoke !== 'yes' && (
        <TextField
          label={t('Why not in private')}
          value={words ?? ''}
          onInput={value =>
            writing.change(withMonitoring(writing.content, { spoke_alone_words: orNone(value) }))
          }
        />
      )}
    </>
  );
}
