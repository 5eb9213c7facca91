/** The answer to one of the child's wishes: yes, partly, not yet or no, and why. */
import { useState } from 'preact/hooks';
import { outcomesApi } from '../api/outcomes';
import { Select } from '../desk/Select';
import { Button, Choices, lettersOver, TextArea } from '../ui';
import { t } from '../words';
import type { KeepProps } from './ReadingBack';

const LONGEST = 1000;
const ANSWERS = ['agreed', 'partly', 'not_yet', 'no'] as const;
type Answer = (typeof ANSWERS)[number];

export function Answering({ desk: { reviewId, facts, called }, busy, onKeep }: KeepProps) {
  const [wishId, setWishId] = useState(facts.wishes[0]?.id ?? '');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [why, setWhy] = useState('');
  const wish = facts.wishes.find(one => one.id === wishId);
  const lacks = answer !== 'agreed' && why.trim() === '';
  const fits = wish && answer && !lacks && lettersOver(why, LONGEST) === 0;
  async function keep(event: SubmitEvent) {
    event.preventDefault();
    if (!fits) return;
    const said = { answer, why: why.trim() || null, who_id: null, who_words: null, by_on: null };
    const words = t('“{wish}” The answer: {answer}. {why}', {
      wish: wish.words,
      answer: answerName(answer),
      why: why.trim(),
    }).trim();
    if (await onKeep(id => outcomesApi.answer(reviewId, wishId, id, said), words)) setWhy('');
  }
  if (facts.wishes.length === 0) {
    return <p class="soft">{t('{name} has no open wish.', { name: called })}</p>;
  }
  return (
    <form class="stack stack--tight" onSubmit={keep}>
      <Select
        label={t('The wish')}
        value={wishId}
        options={facts.wishes.map((one): [string, string] => [one.id, one.words])}
        onChange={setWishId}
      />
      <Choices
        legend={t('The answer')}
        inRow
        required
        options={ANSWERS.map(key => ({ key, say: answerName(key) }))}
        value={answer}
        onChoose={key => setAnswer(key as Answer)}
      />
      <TextArea
        label={t('Why')}
        hint={t('{name} reads this. All but a yes needs it.', { name: called })}
        value={why}
        most={LONGEST}
        rows={2}
        onInput={setWhy}
      />
      <div>
        <Button type="submit" busy={busy} disabled={!fits}>
          {t('Keep it and read it back')}
        </Button>
      </div>
    </form>
  );
}

function answerName(answer: Answer): string {
  return { agreed: t('Yes'), partly: t('Partly'), not_yet: t('Not yet'), no: t('No') }[answer];
}
