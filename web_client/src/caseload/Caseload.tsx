/** All my children in one list that finds a child as I type. */
import { signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api, type CaseloadRow, useLoaded } from '../api';
import { DeskPage, deskPlaces } from '../desk/DeskPage';
import { useArrows, useSlash } from '../desk/keys';
import { WaitingReleases } from '../desk/WaitingReleases';
import { WaitingWalls } from '../desk/WaitingWalls';
import {
  Button,
  LinkButton,
  navigate,
  ProblemNotice,
  type ScreenProps,
  Skeleton,
  Status,
} from '../ui';
import { formatNumber, t, tn } from '../words';
import { CaseloadTable } from './CaseloadTable';
import { EVERYONE, found, type SortKey, type Wanted } from './finding';
import { Narrowing, SearchField } from './Narrowing';
import { OpenUnsafe } from './OpenUnsafe';
import { Postponements } from './Postponements';
import { WaitingMessages } from './WaitingMessages';
import './caseload.css';

/** Kept while the app is open, so that Back finds the list as it was left. Never in the address: it may be a name. */
const wanted = signal<Wanted>(EVERYONE);
/** So many rows stand in the page at once, however many children there are: more make every step slow. */
export const PAGE = 150;

export function Caseload({ me }: ScreenProps) {
  const caseload = useLoaded(() => api.caseload(), []);
  const managing = me.job === 'service_manager';
  return (
    <DeskPage
      title={managing ? t('All children') : t('My children')}
      tab={t('Children')}
      places={managing ? [] : deskPlaces('children')}
    >
      {managing && (
        <div class="row">
          <LinkButton to="/returns" kind="quiet">
            {t('Statutory return')}
          </LinkButton>
        </div>
      )}
      {managing && <OpenUnsafe />}
      {managing && <WaitingReleases />}
      {managing && <WaitingWalls />}
      {managing && <Postponements />}
      {managing && <WaitingMessages />}
      {caseload.state === 'loading' && <Skeleton lines={6} tall />}
      {caseload.state === 'problem' && (
        <ProblemNotice problem={caseload.problem} onRetry={caseload.again} />
      )}
      {caseload.state === 'ready' && <List rows={caseload.value.children} managing={managing} />}
    </DeskPage>
  );
}

function List({ rows, managing }: { rows: CaseloadRow[]; managing: boolean }) {
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const now = wanted.value;
  const some = useMemo(() => found(rows, now), [rows, now]);
  useSlash(search);
  useArrows(search, list);
  const change = (part: Partial<Wanted>) => {
    wanted.value = { ...now, ...part };
    setFirst(0);
  };
  const sort = (key: string) =>
    change({ sort: { key: key as SortKey, down: now.sort.key === key && !now.sort.down } });
  const narrowed = some.length < rows.length;
  return (
    <div class="caseload" ref={list}>
      <div class="caseload__tools">
        <SearchField
          box={search}
          value={now.words}
          onInput={words => change({ words })}
          onEnter={() => some[0] && now.words.trim() && navigate(`/children/${some[0].id}`)}
        />
        <Narrowing rows={rows} wanted={now} onChange={change} managing={managing} />
      </div>
      <div class="caseload__count">
        <Status>
          {narrowed
            ? tn('{n} child of {all}', '{n} children of {all}', some.length, { all: rows.length })
            : tn('{n} child', '{n} children', rows.length)}
        </Status>
        {narrowed && (
          <Button kind="quiet" onClick={() => change({ ...EVERYONE, sort: now.sort })}>
            {t('Show everyone')}
          </Button>
        )}
      </div>
      <CaseloadTable
        rows={some.slice(first, first + PAGE)}
        managing={managing}
        sort={now.sort}
        onSort={sort}
      />
      {some.length > PAGE && (
        <Turning first={first} of={some.length} list={list} onTurn={setFirst} />
      )}
    </div>
  );
}

type TurningProps = {
  first: number;
  of: number;
  list: RefObject<HTMLDivElement | null>;
  onTurn: (first: number) => void;
};

/** The next so many rows and those before, in place of the ones that were shown. */
function Turning({ first, of, list, onTurn }: TurningProps) {
  const turned = useRef(false);
  useEffect(() => {
    // Whoever turned the page goes on at its first row, with the eye and with the keyboard.
    if (turned.current) list.current?.querySelector<HTMLElement>('[data-row]')?.focus();
    turned.current = false;
  }, [first, list]);
  const turn = (to: number) => {
    turned.current = true;
    onTurn(to);
  };
  const last = Math.min(first + PAGE, of);
  return (
    <nav class="caseload__turning" aria-label={t('More children')}>
      <p>
        {t('Children {first} to {last} of {all}', {
          first: formatNumber(first + 1),
          last: formatNumber(last),
          all: formatNumber(of),
        })}
      </p>
      {first > 0 && (
        <Button onClick={() => turn(first - PAGE)}>
          {tn('{n} child before', '{n} children before', PAGE)}
        </Button>
      )}
      {last < of && (
        <Button onClick={() => turn(last)}>
          {tn('{n} more child', '{n} more children', Math.min(PAGE, of - last))}
        </Button>
      )}
    </nav>
  );
}
