/** One thing to do, and what I say of it. */
import { useRef, useState } from 'preact/hooks';
import { asProblem, type Me, type Problem } from '../api';
import { actionsApi, type OwnAction, type ReportProgress } from '../api/actions';
import { Button, Notice, ProblemNotice, TextArea } from '../ui';
import { formatDate, formatMoment, t, tn } from '../words';

type Kind = ReportProgress['kind'];
type Props = { action: OwnAction; job: Me['job']; again: () => void };

export function Action({ action: { child, decision }, job, again }: Props) {
  const { state } = decision;
  const isOver = state === 'done' || state === 'not_done';
  return (
    <article class="card action" aria-label={decision.what}>
      <p class="small action__head">
        <strong>{t('For {name}', { name: child.called })}</strong>
        <span>{stateName(state)}</span>
        {decision.days_over !== null && (
          <span class="action__late">
            {tn('{n} day late', '{n} days late', decision.days_over)}
          </span>
        )}
      </p>
      <p class="action__what" dir="auto">
        {decision.what}
      </p>
      <p>{whoAndWhen(decision)}</p>
      {decision.progress.length > 0 && (
        <ul role="list" class="small soft">
          {decision.progress.map(each => (
            <li key={each.id}>
              {t('You, {moment}: {what}', {
                moment: formatMoment(each.at),
                what: each.words ?? saidName(each.kind),
              })}
            </li>
          ))}
        </ul>
      )}
      {!isOver && decision.waits_for_review && (
        <Notice tone="care">
          <p>
            {t('This waits: the review was adjourned. Nothing of it is done until it is complete.')}
          </p>
        </Notice>
      )}
      {!isOver && <Say decision={decision} child={child.called} job={job} again={again} />}
    </article>
  );
}

function whoAndWhen({ is_mine, who, who_words, by_on }: OwnAction['decision']): string {
  const day = formatDate(by_on);
  if (is_mine) return t('You, by {day}', { day });
  const name = who?.name ?? who_words;
  return name ? t('{name}, by {day}', { name, day }) : t('By {day}', { day });
}

function stateName(state: OwnAction['decision']['state']): string {
  const names = {
    waiting: t('Not begun'),
    confirmed: t('Under way'),
    done: t('Done'),
    not_done: t('Not done'),
  };
  return names[state];
}

function saidName(kind: Kind): string {
  const names: Record<Kind, string> = {
    confirmed: t('I will do it'),
    note: t('A note'),
    done: t('It is done'),
    not_done: t('I cannot do it'),
    reopened: t('It is open again'),
  };
  return names[kind];
}

type SayProps = {
  decision: OwnAction['decision'];
  child: string;
  job: Me['job'];
  again: () => void;
};

function Say({ decision, child, job, again }: SayProps) {
  const [words, setWords] = useState('');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ids = useRef(new Map<string, string>());

  async function tell(kind: Kind) {
    const mustSay = kind === 'note' || kind === 'not_done';
    setEmpty(mustSay && !words.trim());
    if (busy || (mustSay && !words.trim())) return;
    setBusy(true);
    setProblem(null);
    // The same said again after bad signal is one thing; other words are another.
    const key = `${kind} ${words.trim()}`;
    const id = ids.current.get(key) ?? crypto.randomUUID();
    ids.current.set(key, id);
    try {
      await actionsApi.progress(decision.id, id, { kind, words: words.trim() || null });
      setWords('');
      again();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <TextArea
        label={t('How is it going?')}
        hint={
          job === 'social_worker'
            ? t('The IRO reads this. {name} sees your last words about it.', { name: child })
            : t('Only the IRO reads this.')
        }
        rows={2}
        most={2000}
        error={empty ? t('Please write something first.') : null}
        value={words}
        onInput={setWords}
      />
      {problem && (
        <Notice tone="stop" announced>
          <ProblemNotice problem={problem} />
        </Notice>
      )}
      <div class="row">
        {!decision.waits_for_review && (
          <Button kind="main" busy={busy} onClick={() => void tell('done')}>
            {t('It is done')}
          </Button>
        )}
        {decision.state === 'waiting' && !decision.waits_for_review && (
          <Button busy={busy} onClick={() => void tell('confirmed')}>
            {decision.is_mine ? t('I will do it') : t('It is under way')}
          </Button>
        )}
        {words.trim() && (
          <Button kind="quiet" busy={busy} onClick={() => void tell('note')}>
            {t('Only tell how it goes')}
          </Button>
        )}
        <Button kind="quiet" busy={busy} onClick={() => void tell('not_done')}>
          {t('It cannot be done')}
        </Button>
      </div>
    </>
  );
}
