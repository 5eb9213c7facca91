/** One decision: what, who, by when, and which wish or matter it is for. */
import { useState } from 'preact/hooks';
import { type Decision, outcomesApi } from '../api/outcomes';
import { matterNames } from '../desk/meeting_names';
import { ReadingLevel } from '../desk/ReadingLevel';
import { Select } from '../desk/Select';
import { NOBODY, sentWho, WhoField, whoOf } from '../desk/WhoField';
import { Button, fieldError, lettersOver, ProblemNotice, TextArea, TextField } from '../ui';
import { t } from '../words';
import type { PartProps } from './Outcomes';
import { useWork } from './working';

const MOST = 2000;

type Props = PartProps & { decision?: Decision; onDone: () => void };

export function DecisionForm({ facts, again, decision, onDone }: Props) {
  const [id] = useState(() => decision?.id ?? crypto.randomUUID());
  const [what, setWhat] = useState(decision?.what ?? '');
  const [who, setWho] = useState(decision ? whoOf(decision) : NOBODY);
  const [by, setBy] = useState(decision?.by_on ?? '');
  const [wish, setWish] = useState(decision?.wish_id ?? '');
  const [topic, setTopic] = useState(decision?.topic ?? '');
  const [missing, setMissing] = useState(false);
  const work = useWork();
  const { called } = facts.child;
  const sent = sentWho(who);
  const hasWho = Boolean(sent.who_id || sent.who_words);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const lacks = !what.trim() || !by || !hasWho;
    setMissing(lacks);
    if (lacks || lettersOver(what, MOST)) return;
    const done = await work.run(() =>
      outcomesApi.decide(facts.review_id, id, decision?.revision ?? 0, {
        what: what.trim(),
        ...sent,
        by_on: by,
        wish_id: wish || null,
        topic: topic || null,
        position: decision?.position ?? facts.decisions.length,
      }),
    );
    if (!done) return;
    onDone();
    again();
  }

  return (
    <form class="outcomes__form outcomes__one" onSubmit={event => void save(event)} noValidate>
      <TextArea
        label={t('What will happen')}
        hint={t('{name} reads this, and so does whoever must do it.', { name: called })}
        rows={2}
        most={MOST}
        lang={facts.language}
        error={missing && !what.trim() ? t('Please write something first.') : null}
        value={what}
        onInput={setWhat}
      />
      <ReadingLevel words={what} language={facts.language} />
      <div class="outcomes__pair">
        <WhoField
          label={t('Who')}
          could={facts.who_could}
          value={who}
          onChange={setWho}
          error={
            missing && !hasWho
              ? t('Please say who.')
              : work.problem && fieldError(work.problem, 'who_id')
          }
        />
        <TextField
          type="date"
          label={t('By when')}
          error={missing && !by ? t('Please choose a day.') : null}
          value={by}
          onInput={setBy}
        />
      </div>
      <div class="outcomes__pair">
        <Select
          label={t('For which wish')}
          value={wish}
          options={[
            ['', t('None of them')],
            ...[...facts.last_time.wishes, ...facts.wishes].map((one): [string, string] => [
              one.id,
              one.words ?? one.chosen.join(', '),
            ]),
          ]}
          onChange={setWish}
        />
        <Select
          label={t('What it is about')}
          value={topic}
          options={[['', t('None of them')], ...Object.entries(matterNames())]}
          onChange={setTopic}
        />
      </div>
      {work.problem && <ProblemNotice problem={work.problem} />}
      {work.problem?.code === 'stale' && (
        <p class="small">
          {t('Somebody else changed it. Load the page again to see their words.')}
        </p>
      )}
      <div class="row">
        <Button kind="main" type="submit" busy={work.busy}>
          {t('Keep this decision')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('Close without keeping')}
        </Button>
      </div>
    </form>
  );
}
