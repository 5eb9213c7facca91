/** The reviews of a year as the statutory return wants them: what is ready, and what keeps others out. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem, useLoaded } from '../api';
import { type Return, returnsApi } from '../api/returns';
import { Chip } from '../desk/Chip';
import { DeskPage } from '../desk/DeskPage';
import {
  Button,
  type Column,
  Notice,
  ProblemNotice,
  type ScreenProps,
  Skeleton,
  Table,
  TextField,
} from '../ui';
import { saveFile } from '../ui/SaveFile';
import { formatDate, formatNumber, t, tn, todayHere } from '../words';
import { checkName, mendsName, yearOf } from './names';
import './returns.css';

export function Returns(_: ScreenProps) {
  const [year, setYear] = useState(String(yearOf(todayHere())));
  const asked = /^20\d\d$/.test(year) ? Number(year) : null;
  return (
    <DeskPage
      title={t('Statutory return')}
      tab={t('Statutory return')}
      lead={t('Reviews and participation codes of one year, checked before they leave.')}
      back={{ to: '/caseload', label: t('Children') }}
      places={[]}
    >
      <div class="returns">
        <div class="returns__year">
          <TextField
            label={t('The year ends in March of')}
            inputMode="numeric"
            error={asked ? null : t('Please give a year, such as 2027.')}
            value={year}
            onInput={setYear}
          />
        </div>
        {asked && <OfYear key={asked} year={asked} />}
      </div>
    </DeskPage>
  );
}

function OfYear({ year }: { year: number }) {
  const loaded = useLoaded(() => returnsApi.of(year), [year]);
  const found = loaded.value;
  return (
    <>
      {loaded.state === 'loading' && <Skeleton lines={4} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {found && (
        <>
          {!found.is_return && (
            <Notice tone="care" title={t('A local indicator')}>
              <p>{t('Wales returns no participation codes. This table is your own measure.')}</p>
            </Notice>
          )}
          <Ready found={found} />
          <HeldBack found={found} />
          <Checks found={found} />
        </>
      )}
    </>
  );
}

function Ready({ found }: { found: Return }) {
  return (
    <section class="returns__part" aria-labelledby="ready">
      <h2 id="ready">{t('Ready')}</h2>
      <p>
        {tn('{n} review', '{n} reviews', found.rows)}
        {', '}
        {t('{first} to {last}', {
          first: formatDate(found.first),
          last: formatDate(found.last),
        })}
      </p>
      <ul class="returns__codes" role="list">
        {found.codes.map(one => (
          <li key={one.code}>
            <Chip tone={one.code === 'PN7' ? 'soon' : 'plain'}>
              {one.code}: {formatNumber(one.reviews)}
            </Chip>
          </li>
        ))}
      </ul>
      {found.waiting > 0 && (
        <Notice tone="care">
          <p>
            {tn(
              'The file goes without {n} review that is held back below.',
              'The file goes without {n} reviews that are held back below.',
              found.waiting,
            )}
          </p>
        </Notice>
      )}
      <Files found={found} />
    </section>
  );
}

function Files({ found }: { found: Return }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const forms = found.is_return ? (['csv', 'xml'] as const) : (['csv'] as const);

  async function take(form: 'csv' | 'xml') {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const text = await returnsApi[form](found.year);
      saveFile(nameOf(found, form), new Blob([text], { type: 'text/plain' }));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  return (
    <>
      <div class="row">
        {forms.map(form => (
          <Button
            key={form}
            kind={form === 'csv' ? 'main' : 'plain'}
            busy={busy}
            onClick={() => void take(form)}
          >
            {form === 'csv' ? t('Take it as CSV') : t('Take it as XML')}
          </Button>
        ))}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

/** As the server names it, so that a file says what it is without. */
function nameOf({ is_return, waiting, year }: Return, form: string): string {
  const what = is_return ? 'ssda903_reviews' : 'local_indicator_participation';
  return `${what}_${year}${waiting ? `_without_${waiting}` : ''}.${form}`;
}

function HeldBack({ found }: { found: Return }) {
  const columns: Column<Return['held_back'][number]>[] = [
    {
      key: 'child',
      head: t('Child'),
      names: true,
      cell: one => <a href={`/children/${one.child_id}`}>{one.case_number}</a>,
    },
    { key: 'day', head: t('Review'), cell: one => formatDate(one.held_on) },
    { key: 'why', head: t('What stops it'), cell: one => `${one.rule}: ${stops(one.rule)}` },
    { key: 'who', head: t('Who mends it'), cell: mendsName },
  ];
  return (
    <section class="returns__part" aria-labelledby="held-back">
      <h2 id="held-back">{t('Held back')}</h2>
      <div class="sheet-table">
        <Table
          caption={t('Held back')}
          captionHidden
          columns={columns}
          rows={found.held_back}
          rowKey={one => `${one.review_id} ${one.rule}`}
          empty={<p>{t('Nothing. Every review is ready.')}</p>}
        />
      </div>
    </section>
  );
}

function Checks({ found }: { found: Return }) {
  const others = found.left_out.filter(one => !found.checks.some(({ code }) => code === one.code));
  return (
    <section class="returns__part" aria-labelledby="checks">
      <h2 id="checks">{t('Checks')}</h2>
      <ul class="returns__checks" role="list">
        {[...found.checks, ...others].map(({ code, reviews }) => (
          <li key={code}>
            <Outcome code={code} reviews={reviews} />
            <span>
              {code === 'not_looked_after' ? '' : `${code}: `}
              {checkName(code)}
            </span>
          </li>
        ))}
      </ul>
      <p class="soft small">
        {t(
          'Left out of the return: children not looked after in the year, or in short breaks alone.',
        )}
      </p>
    </section>
  );
}

/** No Header table is at hand on a screen: only the command can compare births with one. */
function Outcome({ code, reviews }: Return['checks'][number]) {
  if (reviews > 0) return <Chip tone="late">{tn('{n} review', '{n} reviews', reviews)}</Chip>;
  if (code === 'INT17') return <Chip tone="none">{t('Not compared here')}</Chip>;
  return <Chip tone="good">{t('Passed')}</Chip>;
}

function stops(rule: string): string {
  switch (rule) {
    case '167':
      return t('no confirmed code');
    case '440':
      return t('PN0, and 4 or older');
    case '441':
      return t('PN1 to PN7, and under 4');
    case '166':
      return t('the day is not valid');
    default:
      return t('the number or the birth');
  }
}
