/** One decision: what, who, by when, and which wish or matter it is for. */
import { useState } from 'preact/hooks';
import { asProblem } from '../api';
import { type Decision, outcomesApi } from '../api/outcomes';
import { useWork } from '../api/work';
import { matterNames } from '../desk/meeting_names';
import { ReadingLevel } from '../desk/ReadingLevel';
import { Select } from '../desk/Select';
import { NOBODY, sentWho, WhoField, whoOf } from '../desk/WhoField';
import { Button, fieldError, lettersOver, ProblemNotice, TextArea, TextField } from '../ui';
import { t } from '../words';
import { DecisionClash, type Theirs, type Written } from './DecisionClash';
import type { PartProps } from './Outcomes';

const MOST = 2000;

type Props = PartProps & { decision?: Decision; onDone: () => void };

export function DecisionForm({ facts, again, decision, onDone }: Props) {
  const [id] = useState(() => decision?.id ?? crypto.randomUUID());
  const [what, setWhat] = useState(decision?.what ?? '');
  const [who, setWho] = useState(decision ? whoOf(decision) : NOBODY);
  const [by, setBy] = useState(decision?.by_on ?? '');
  const [wish, setWish] = useState(decision?.wish_id ?? '');
  const [topic, setTopic] = useState(decision?.topic ?? '');
  const [revision, setRevision] = useState(decision?.revision ?? 0);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const [missing, setMissing] = useState(false);
  const work = useWork();
  const { called } = facts.child;
  const sent = sentWho(who);
  const hasWho = Boolean(sent.who_id || sent.who_words);
  const mine: Written = {
    what: what.trim(),
    ...sent,
    by_on: by,
    wish_id: wish || null,
    topic: topic || null,
  };

  async function save() {
    const lacks = !what.trim() || !by || !hasWho;
    setMissing(lacks);
    if (lacks || lettersOver(what, MOST)) return;
    const told = {
      ...mine,
      position: decision?.position ?? facts.decisions.length,
    };
    const read = theirs?.revision ?? revision;
    if (await work.run(() => outcomesApi.decide(facts.review_id, id, read, told).catch(see))) {
      leave();
    }
  }

  function see(error: unknown): never {
    const { code, current } = asProblem(error);
    if (code === 'stale' && current) setTheirs(current as Theirs);
    throw error;
  }

  function leave() {
    onDone();
    again();
  }

  /** Theirs first, and mine below it in the box, to be put into one sentence. */
  function keepBoth(other: Theirs) {
    setWhat(`${other.what}\n${what.trim()}`);
    setRevision(other.revision);
    setTheirs(null);
    work.forget();
  }

  return (
    <form
      class="outcomes__form outcomes__one"
      onSubmit={event => {
        event.preventDefault();
        if (!theirs) void save();
      }}
      noValidate
    >
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
      {work.problem && work.problem.code !== (theirs && 'stale') && (
        <ProblemNotice problem={work.problem} />
      )}
      {theirs ? (
        <DecisionClash
          facts={facts}
          mine={mine}
          theirs={theirs}
          busy={work.busy}
          onMine={() => void save()}
          onTheirs={leave}
          onBoth={() => keepBoth(theirs)}
        />
      ) : (
        <div class="row">
          <Button kind="main" type="submit" busy={work.busy}>
            {t('Keep this decision')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('Close without keeping')}
          </Button>
        </div>
      )}
    </form>
  );
}
