/** Searching and filtering the list. */
import type { RefObject } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { CaseloadRow } from '../api';
import { BANDS, bandName } from '../desk/names';
import { Button } from '../ui';
import { t } from '../words';
import { counted, FILTERS, type Filter, type SortKey, type Wanted } from './finding';

type SearchProps = {
  box: RefObject<HTMLInputElement | null>;
  value: string;
  onInput: (words: string) => void;
  onEnter: () => void;
};

export function SearchField({ box, value, onInput, onEnter }: SearchProps) {
  const id = useId();
  return (
    <div class="search">
      <label for={id}>{t('Find a child')}</label>
      <div class="search__box">
        <input
          ref={box}
          id={id}
          class="input search__input"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={t('Name or case number')}
          aria-keyshortcuts="/"
          value={value}
          onInput={event => onInput(event.currentTarget.value)}
          onKeyDown={event => event.key === 'Enter' && onEnter()}
        />
        <span class="search__key" aria-hidden="true">
          /
        </span>
      </div>
    </div>
  );
}

type Props = {
  rows: CaseloadRow[];
  wanted: Wanted;
  onChange: (part: Partial<Wanted>) => void;
  managing: boolean;
};

export function Narrowing({ rows, wanted, onChange, managing }: Props) {
  const counts = useMemo(() => counted(rows), [rows]);
  // On a phone it is folded into one control; what is chosen stands on it.
  const [open, setOpen] = useState(false);
  const offered = FILTERS.filter(filter => !managing || filter !== 'no_views');
  return (
    <div class="narrowing" data-open={open || undefined}>
      <Button class="narrowing__fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('Filter')}
        {chosen(wanted).map(one => (
          <span key={one} class="filter__count">
            {one}
          </span>
        ))}
      </Button>
      <fieldset class="narrowing__filters">
        <legend class="visually-hidden">{t('Show only')}</legend>
        {offered.map(filter => (
          <button
            key={filter}
            type="button"
            class="filter"
            aria-pressed={wanted.filter === filter}
            onClick={() => onChange({ filter: wanted.filter === filter ? null : filter })}
          >
            {filterName(filter)} <span class="filter__count">{counts[filter]}</span>
          </button>
        ))}
      </fieldset>
      <Select
        label={t('Age')}
        value={wanted.band}
        all={t('Every age')}
        options={BANDS.map(band => [band, bandName(band)])}
        onChange={band => onChange({ band })}
      />
      <div class="narrowing__order">
        <Select
          label={t('In the order of')}
          value={wanted.sort.key}
          options={ORDERS.map(key => [key, orderName(key)])}
          onChange={key => onChange({ sort: { key: (key ?? 'due') as SortKey, down: false } })}
        />
      </div>
      {managing && (
        <Select
          label={t('IRO')}
          value={wanted.officer}
          all={t('Every IRO')}
          options={officersOf(rows)}
          onChange={officer => onChange({ officer })}
        />
      )}
    </div>
  );
}

type SelectProps = {
  label: string;
  value: string | null;
  all?: string;
  options: [string, string][];
  onChange: (value: string | null) => void;
};

function Select({ label, value, all, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <div class="narrowing__select">
      <label for={id} class="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        class="input"
        value={value ?? ''}
        data-chosen={(all && value !== null) || undefined}
        onChange={event => onChange(event.currentTarget.value || null)}
      >
        {all && <option value="">{all}</option>}
        {options.map(([key, say]) => (
          <option key={key} value={key}>
            {say}
          </option>
        ))}
      </select>
    </div>
  );
}

function officersOf(rows: CaseloadRow[]): [string, string][] {
  const officers = new Map<string, string>();
  for (const { reviewing_officer: officer } of rows)
    if (officer) officers.set(officer.id, officer.name);
  const byName = [...officers].sort(([, one], [, other]) => one.localeCompare(other));
  return rows.some(row => !row.reviewing_officer) ? [...byName, ['nobody', t('Nobody')]] : byName;
}

/** What of a phone's folded control is chosen. */
function chosen({ filter, band }: Wanted): string[] {
  return [filter && filterName(filter), band && bandName(band)].flatMap(one => one || []);
}

function filterName(filter: Filter): string {
  return {
    overdue: t('Late'),
    due_soon: t('Due soon'),
    no_views: t('No words yet'),
    not_planned: t('No date yet'),
    out_of_area: t('Out of area'),
  }[filter];
}

const ORDERS: SortKey[] = ['due', 'name', 'age', 'stage'];

function orderName(key: SortKey): string {
  switch (key) {
    case 'name':
      return t('By name');
    case 'age':
      return t('Youngest first');
    case 'stage':
      return t('By stage');
    default:
      return t('Next review first');
  }
}
