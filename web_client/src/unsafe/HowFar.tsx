/** How far it has come that I am not safe: plainly, above all when it has not gone. */
import type { UnsafeReport } from '../api/asking';
import { type Going, LANES, sending } from '../drafts/sending';
import { Button, Notice } from '../ui';
import { Phone } from '../ui/icons';
import { t } from '../words';
import { whenSaid } from '../words/moments';

/** Older ones that a person has closed are not brought up again. */
const CLOSED_SHOWN = 1;

export function HowFar({ waiting, reports }: { waiting: Going[]; reports: UnsafeReport[] }) {
  const open = reports.filter(report => !report.closed_at);
  const closed = reports.filter(report => report.closed_at).slice(0, CLOSED_SHOWN);
  return (
    <div class="stack stack--tight" aria-live="assertive">
      {waiting.map(going => (
        <NotGone key={going.id} going={going} />
      ))}
      {open.map(report => (
        <Told key={report.id} report={report} />
      ))}
      {open.length === 0 &&
        waiting.length === 0 &&
        closed.map(report => (
          <Notice key={report.id}>
            <p>
              {t('A person has closed what you told us, {when}. You can tell us again, any time.', {
                when: whenSaid(report.closed_at ?? report.said_at),
              })}
            </p>
          </Notice>
        ))}
    </div>
  );
}

function NotGone({ going: { id, state, problem } }: { going: Going }) {
  if (state === 'sending') {
    return (
      <Notice tone="care">
        <p>{t('Sending…')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="stop" title={t('This has NOT gone yet')}>
      <p>
        {problem?.status === 0
          ? t('There is no internet. Please ring someone.')
          : t('It does not work just now. Please ring someone.')}
      </p>
      <p class="row">
        <a class="button button--stop" href="tel:999">
          <Phone /> 999
        </a>
        <a class="button button--plain" href="tel:08001111">
          {'Childline 0800\u00a01111'}
        </a>
      </p>
      {state === 'needs_attention' ? (
        <Button onClick={() => void sending.tryAgain(LANES.notSafe, id)}>{t('Try again')}</Button>
      ) : (
        <p>
          {state === 'not_kept'
            ? t('It goes as soon as it can. Please do not close this page.')
            : t('It goes by itself as soon as it can.')}
        </p>
      )}
    </Notice>
  );
}

function Told({ report }: { report: UnsafeReport }) {
  const { said_at, acknowledged } = report;
  if (acknowledged) {
    const { by, at } = acknowledged;
    return (
      <Notice
        tone="good"
        title={t('{name} has seen this {when}', { name: by.called, when: whenSaid(at) })}
      >
        <p>{t('If it gets worse, ring a number above, or tell them again.')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="care" title={t('They were told {when}', { when: whenSaid(said_at) })}>
      <p>{t('Nobody has seen it yet. You will read here who has, and when.')}</p>
      <p>{t('If it cannot wait, ring one of the numbers above.')}</p>
    </Notice>
  );
}
