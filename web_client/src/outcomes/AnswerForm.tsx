/** An answer to one wish: yes, partly, not yet or no, why, who and by when, in words the child reads. */
import { useState } from 'preact/hooks';
import { type AnswerKind, outcomesApi } from '../api/outcomes';
import { useWork } from '../api/work';
import { ReadingLevel } from '../desk/ReadingLevel';
import { NOBODY, sentWho, WhoField } from '../desk/WhoField';
import {
  Button,
  Choices,
  fieldError,
  lettersOver,
  ProblemNotice,
  TextArea,
  TextField,
} from '../ui';
import { t } from '../words';
import { answerName } from './names';
import type { PartProps } from './Outcomes';

const MOST = 2000;
const KINDS: AnswerKind[] = ['agreed', 'partly', 'not_yet', 'no'];

type Props = PartProps & { wishId: string; onDone?: () => void };

export function AnswerForm({ facts, again, wishId, onDone }: Props) {
  const [answer, setAnswer] = useState<AnswerKind | null>(null);
  const [why, setWhy] = useState('');
  const [who, setWho] = useState(NOBODY);
  const [by, setBy] = useState('');
  const [id, setId] = useState(() => crypto.randomUUID());
  const [empty, setEmpty] = useState(false);
  const work = useWork();
  const mustSay = answer !== 'agreed';

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setEmpty(mustSay && !why.trim());
    if (!answer || (mustSay && !why.trim()) || lettersOver(why, MOST)) return;
    const given = { answer, why: why.trim() || null, ...sentWho(who), by_on: by || null };
    const done = await work.run(() => outcomesApi.answer(facts.review_id, wishId, id, given));
    if (!done) {
      setId(crypto.randomUUID()); // other words are another answer
      return;
    }
    onDone?.();
    again();
  }

  return (
    <form class="outcomes__form" onSubmit={event => void save(event)} noValidate>
      <Choices
        inRow
        required
        legend={t('Your answer')}
        value={answer}
        options={KINDS.map(key => ({ key, say: answerName(key) }))}
        onChoose={key => setAnswer(key as AnswerKind | null)}
      />
      {answer && (
        <>
          <TextArea
            label={mustSay ? t('Why') : t('Why, if you want to say')}
            rows={2}
            most={MOST}
            lang={facts.language}
            error={empty ? t('Please say why. The child reads it.') : null}
            value={why}
            onInput={setWhy}
          />
          <ReadingLevel words={why} language={facts.language} />
          {answer !== 'no' && (
            <div class="outcomes__pair">
              <WhoField
                label={t('Who')}
                could={facts.who_could}
                value={who}
                onChange={setWho}
                error={work.problem && fieldError(work.problem, 'who_id')}
              />
              <TextField type="date" label={t('By when')} value={by} onInput={setBy} />
            </div>
          )}
          {work.problem && <ProblemNotice problem={work.problem} />}
          <div class="row">
            <Button kind="main" type="submit" busy={work.busy}>
              {t('Keep this answer')}
            </Button>
            <span class="soft small">
              {t('{name} reads it when you share.', { name: facts.child.called })}
            </span>
          </div>
        </>
      )}
    </form>
  );
}
