/** Who came to which part: one tap for each, and a word why not. */
import { useState } from 'preact/hooks';
import type { AttendanceRow, Attended, Came, WayThere } from '../api/records';
import { CAME, WAYS_THERE } from '../api/records';
import { whoIs } from '../desk/names';
import { Select } from '../desk/Select';
import { howMet } from '../desk/visits';
import { Button, TextField } from '../ui';
import { t } from '../words';
import { asRow, orNone, withoutRow, withRow } from './content';
import { rowKey } from './merging';
import { cameName } from './names';
import type { PartProps } from './ReviewRecord';

export function Attendance({ facts, writing, signed }: PartProps) {
  const parts = new Map(facts.review.parts.map(part => [part.id, part.title]));
  const rows = allRows(facts.attendance, writing.content.attendance);
  return (
    <div class="came">
      <ul role="list" class="came__people">
        {rows.map(row => (
          <Row
            key={rowKey(keyOf(row))}
            row={row}
            part={parts.size > 1 && row.part_id ? (parts.get(row.part_id) ?? null) : null}
            writing={writing}
            signed={signed}
          />
        ))}
      </ul>
      {!signed && <SomebodyElse writing={writing} />}
    </div>
  );
}

/** Those expected, as they stand now, and whoever else was added. */
function allRows(expected: Attended[], written: AttendanceRow[]): Attended[] {
  const now = new Map(written.map(row => [rowKey(row), row]));
  const named = expected.filter(row => row.person);
  const there = named.map(row => {
    const said = now.get(rowKey(keyOf(row)));
    now.delete(rowKey(keyOf(row)));
    if (said) return { ...row, ...said };
    return { ...row, came: null, how: null, why_words: null };
  });
  const others = [...now.values()].map(row => ({ ...row, person: null, sent_views: false }));
  return [...there, ...others];
}

function keyOf(row: Attended): Pick<AttendanceRow, 'person_id' | 'who_words' | 'part_id'> {
  return {
    person_id: row.person?.person_id ?? null,
    who_words: row.who_words,
    part_id: row.part_id,
  };
}

type RowProps = Pick<PartProps, 'writing' | 'signed'> & { row: Attended; part: string | null };

function Row({ row, part, writing, signed }: RowProps) {
  const name = row.person?.name ?? row.who_words ?? '';
  const about = [row.person && whoIs(row.person), part, row.sent_views && t('sent views')].filter(
    Boolean,
  );
  const said = row.came && asRow(row, row.came);
  const change = (next: Partial<AttendanceRow>) =>
    writing.change(withRow(writing.content, { ...asRow(row, row.came ?? 'whole'), ...next }));
  return (
    <li class="came__person">
      <p class="came__name">
        <strong>{name}</strong> <span class="soft">{about.join(' · ')}</span>
      </p>
      {signed ? (
        <p>
          {row.came
            ? [cameName(row.came), row.how && howMet(row.how)].filter(Boolean).join(' · ')
            : '—'}
        </p>
      ) : (
        <div class="came__choices">
          <Select
            label={t('{name}: came', { name })}
            value={row.came ?? ''}
            options={[
              ['', t('Not said yet')],
              ...CAME.map((one): [string, string] => [one, cameName(one)]),
            ]}
            onChange={came =>
              came === '' && said
                ? writing.change(withoutRow(writing.content, said))
                : came && change({ came: came as Came })
            }
          />
          {(row.came === 'whole' || row.came === 'part') && (
            <Select
              label={t('{name}: how', { name })}
              value={row.how ?? ''}
              options={[
                ['', t('Not said')],
                ...WAYS_THERE.map((one): [string, string] => [one, howMet(one)]),
              ]}
              onChange={how => change({ how: how === '' ? null : (how as WayThere) })}
            />
          )}
        </div>
      )}
      {signed && row.why_words && <p>{row.why_words}</p>}
      {!signed && row.came && row.came !== 'whole' && (
        <TextField
          label={t('{name}: why', { name })}
          value={row.why_words ?? ''}
          onInput={words => change({ why_words: orNone(words) })}
        />
      )}
    </li>
  );
}

function SomebodyElse({ writing }: Pick<PartProps, 'writing'>) {
  const [who, setWho] = useState('');
  const there = writing.content.attendance.some(row => row.who_words === who.trim());
  return (
    <div class="came__else">
      <TextField label={t('Somebody else who was there')} value={who} onInput={setWho} />
      <Button
        disabled={who.trim() === '' || there}
        onClick={() => {
          const row = {
            person_id: null,
            who_words: who.trim(),
            part_id: null,
            came: 'whole',
            how: null,
            why_words: null,
          } as const;
          writing.change(withRow(writing.content, row));
          setWho('');
        }}
      >
        {t('Add')}
      </Button>
    </div>
  );
}
