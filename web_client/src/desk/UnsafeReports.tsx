/** Children who said that they do not feel safe: taken on by name in one tap, then closed with what was done. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { inboxApi, type UnsafeLine } from '../api/inbox';
import { Button, ProblemNotice, Status, TextArea } from '../ui';
import { formatMoment, t } from '../words';
import { Chip } from './Chip';
import { longSince } from './messages';
import './reports.css';

const MOST_DONE = 4000;
type Props = { reports: UnsafeLine[]; onChanged: () => void };

export function UnsafeReports({ reports, onChanged }: Props) {
  const open = reports.filter(report => report.closed_at === null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <>
      {open.length > 0 && (
        <section class="reports" aria-labelledby="unsafe">
          <h2 id="unsafe">{t('Not safe')}</h2>
          <ul role="list">
            {open.map(report => (
              <Report
                key={report.id}
                report={report}
                onChanged={words => {
                  setSaid(words);
                  onChanged();
                }}
              />
            ))}
          </ul>
        </section>
      )}
      {said && <Status>{said}</Status>}
    </>
  );
}

type ReportProps = { report: UnsafeLine; onChanged: (said: string) => void };

function Report({ report, onChanged }: ReportProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { child, acknowledged } = report;

  async function send(call: () => Promise<unknown>, words: string) {
    setBusy(true);
    setProblem(null);
    try {
      await call();
      onChanged(words);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <li class="reports__one">
      <h3>
        {report.not_safe_to_reply && <Chip tone="late">{t('Not safe to reply')}</Chip>}{' '}
        <a href={`/children/${child.id}`} data-row>
          {child.name}
        </a>
      </h3>
      <p class="small">
        {formatMoment(report.said_at)} ·{' '}
        <strong>{t('Waiting {long}', { long: longSince(report.minutes_waiting) })}</strong>
      </p>
      {report.words ? (
        <blockquote dir="auto">{report.words}</blockquote>
      ) : (
        <p>{t('{name} tapped “I don’t feel safe” and wrote no words.', { name: child.called })}</p>
      )}
      {acknowledged ? (
        <>
          <p>
            {t('{name} has this, since {moment}.', {
              name: acknowledged.by.name,
              moment: formatMoment(acknowledged.at),
            })}
          </p>
          <details>
            <summary>{t('Say what was done, and close it')}</summary>
            <Closing
              busy={busy}
              onClose={done => send(() => inboxApi.close(report.id, done), t('Closed.'))}
            />
          </details>
        </>
      ) : (
        <Button
          kind="main"
          busy={busy}
          aria-label={t('I have this: {name}', { name: child.name })}
          onClick={() =>
            void send(() => inboxApi.acknowledge(report.id), t('You have this. Now act.'))
          }
        >
          {t('I have this')}
        </Button>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </li>
  );
}

function Closing({ busy, onClose }: { busy: boolean; onClose: (done: string) => void }) {
  const [done, setDone] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      class="stack stack--tight"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setMissing(!done.trim());
        if (done.trim() && !busy) onClose(done.trim());
      }}
    >
      <TextArea
        label={t('What was done')}
        hint={t('It stays open until this is written.')}
        rows={2}
        most={MOST_DONE}
        error={missing ? t('Please say what was done.') : null}
        value={done}
        onInput={setDone}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t('Close it')}
        </Button>
      </div>
    </form>
  );
}
