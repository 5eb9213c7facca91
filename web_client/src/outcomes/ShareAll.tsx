/** Sharing all that is new: with the child, and with whoever must do it; what must not go out stops it. */
import { useState } from 'preact/hooks';
import type { Problem } from '../api';
import { outcomesApi } from '../api/outcomes';
import type { Found } from '../api/releases';
import { useWork } from '../api/work';
import { Findings } from '../desk/Findings';
import { Button, Notice, ProblemNotice, TextArea } from '../ui';
import { t, tn } from '../words';
import type { PartProps } from './Outcomes';

type Stopped = { findings: (Found & { to: string })[] };

export function ShareAll({ facts, again }: PartProps) {
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const work = useWork();
  const n = facts.unshared;
  const { called } = facts.child;
  const stopped = work.problem?.code === 'stopped_by_guard';
  const found = stopped ? ((work.problem?.current as Stopped | undefined)?.findings ?? []) : [];
  const to = [...new Set(found.map(each => each.to))];
  // The same words may be kept from several people: they stand here once.
  const findings = [
    ...new Map(found.map(one => [`${one.line} ${one.start} ${one.why}`, one])).values(),
  ];

  async function share() {
    const done = await work.run(() => outcomesApi.share(facts.review_id, reason.trim() || null));
    if (!done) return;
    setTold(true);
    setReason('');
    again();
  }

  if (n === 0 && !told && mayHaveNothing(facts)) {
    return <NothingToShare busy={work.busy} problem={work.problem} onSay={share} />;
  }
  if (n === 0) {
    return told ? (
      <Notice tone="good" announced>
        <p>
          {mayHaveNothing(facts)
            ? t('It is noted that there is nothing to share.')
            : t('{name} can read it now, and whoever must do it was told.', { name: called })}
        </p>
      </Notice>
    ) : null;
  }
  return (
    <section class="outcomes__share" aria-labelledby="share-all">
      <h2 id="share-all">{tn('{n} thing to share', '{n} things to share', n)}</h2>
      <p>
        {t(
          '{name} gets every answer and decision. Whoever must do something gets that one decision. The social worker gets every decision.',
          { name: called },
        )}
      </p>
      {findings.length > 0 && (
        <>
          <p>{t('This would be read by: {names}.', { names: to.join(', ') })}</p>
          <Findings findings={findings} />
          <TextArea
            label={t('Why it may go out all the same')}
            rows={2}
            most={2000}
            value={reason}
            onInput={setReason}
          />
        </>
      )}
      {work.problem && !stopped && <ProblemNotice problem={work.problem} />}
      <div>
        <Button
          kind="main"
          busy={work.busy}
          disabled={findings.length > 0 && !reason.trim()}
          onClick={() => void share()}
        >
          {t('Share with {name}', { name: called })}
        </Button>
      </div>
    </section>
  );
}

/** It is written up, and nothing was answered or decided at it. */
function mayHaveNothing({ stage, decisions, wishes }: PartProps['facts']): boolean {
  const answered = wishes.some(wish => wish.answers.length > 0);
  return stage === 'writing_up' && decisions.length === 0 && !answered;
}

type NothingProps = { busy: boolean; problem: Problem | null; onSay: () => Promise<void> };

function NothingToShare({ busy, problem, onSay }: NothingProps) {
  return (
    <section class="outcomes__share" aria-labelledby="share-nothing">
      <h2 id="share-nothing">{t('Nothing to share?')}</h2>
      <p>{t('If this review decided nothing, say so. Then decisions are no longer due.')}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button busy={busy} onClick={() => void onSay()}>
          {t('There is nothing to share')}
        </Button>
      </div>
    </section>
  );
}
