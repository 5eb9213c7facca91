/** Linking a message to one of the child's wishes or decisions, or to none. */
import { useState } from 'preact/hooks';
import { api, asProblem, type Problem } from '../api';
import { inboxApi, type OfficerMessage } from '../api/inbox';
import { type Outcomes, outcomesApi } from '../api/outcomes';
import { Select } from '../desk/Select';
import { Button, ProblemNotice } from '../ui';
import { t } from '../words';

type Props = { message: OfficerMessage; childId: string; onChanged: () => void };
type Choice = [string, string];

export function LinkTo({ message, childId, onChanged }: Props) {
  const [choices, setChoices] = useState<Choice[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function attempt(work: () => Promise<void>) {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  async function link(chosen: string) {
    const [kind, id = null] = chosen.split(' ');
    await inboxApi.record(message.id, message.in_record, {
      wish_id: kind === 'wish' ? id : null,
      decision_id: kind === 'decision' ? id : null,
    });
    setChoices(null);
    onChanged();
  }

  return (
    <div class="message__record small">
      {choices ? (
        <Select
          label={t('Link this message to')}
          value={linkedTo(message)}
          options={[['', t('Nothing')], ...choices]}
          onChange={chosen => void attempt(() => link(chosen))}
        />
      ) : (
        <Button
          kind="quiet"
          onClick={() => void attempt(async () => setChoices(await choicesFor(childId)))}
        >
          {t('Link it to a wish or a decision')}
        </Button>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}

function linkedTo({ wish_id, decision_id }: OfficerMessage): string {
  if (decision_id) return `decision ${decision_id}`;
  return wish_id ? `wish ${wish_id}` : '';
}

/** What the child's reviews answer and decide: of the newest two, and all that is still open. */
async function choicesFor(childId: string): Promise<Choice[]> {
  const { reviews } = await api.child(childId);
  const newest = reviews.slice(0, 2);
  const found = await Promise.all(newest.map(review => outcomesApi.outcomes(review.id)));
  return [...new Map(found.flatMap(choicesOf))];
}

function choicesOf({ wishes, decisions, last_time: last }: Outcomes): Choice[] {
  return [
    ...[...last.wishes, ...wishes].map(
      (one): Choice => [
        `wish ${one.id}`,
        t('Wish: {words}', { words: short(one.words ?? one.chosen.join(', ')) }),
      ],
    ),
    ...[...last.decisions, ...decisions].map(
      (one): Choice => [`decision ${one.id}`, t('Decision: {words}', { words: short(one.what) })],
    ),
  ];
}

function short(words: string): string {
  return words.length > 60 ? `${words.slice(0, 57)}…` : words;
}
