/** A decision: what, who, by when and for which wish; a draft among the review's decisions until it is shared. */
import { useState } from 'preact/hooks';
import { outcomesApi } from '../api/outcomes';
import { Select } from '../desk/Select';
import { NOBODY, sentWho, WhoField } from '../desk/WhoField';
import { Button, lettersOver, TextArea, TextField } from '../ui';
import { formatDay, t, todayHere } from '../words';
import { matterNow } from './matter';
import type { KeepProps } from './ReadingBack';

const LONGEST = 1000;

export function Deciding({ desk, busy, onKeep }: KeepProps) {
  const { reviewId, facts, called, state, room } = desk;
  const [what, setWhat] = useState('');
  const [who, setWho] = useState(NOBODY);
  const [by, setBy] = useState('');
  const [wish, setWish] = useState('');
  const sent = sentWho(who);
  const name = facts.circle.find(one => one.id === who.id)?.called ?? sent.who_words;
  const fits = what.trim() !== '' && lettersOver(what, LONGEST) === 0 && name && by !== '';
  async function keep(event: SubmitEvent) {
    event.preventDefault();
    if (!fits) return;
    const decision = {
      what: what.trim(),
      ...sent,
      by_on: by,
      wish_id: wish || null,
      topic: matterNow(room.shown.value.told?.plan.items ?? [], facts.covered, state.item),
      position: state.read_back.length,
    };
    const words = t('{what} Who: {name}. By: {day}.', {
      what: what.trim(),
      name,
      day: formatDay(by),
    });
    if (await onKeep(id => outcomesApi.decide(reviewId, id, 0, decision), words)) {
      setWhat('');
      setWish('');
    }
  }
  return (
    <form class="stack stack--tight" onSubmit={keep}>
      <TextArea
        label={t('What, in plain words')}
        hint={t('{name} reads exactly this, and says whether it is right.', { name: called })}
        value={what}
        most={LONGEST}
        rows={2}
        onInput={setWhat}
      />
      <div class="read-back__who">
        <div class="stack stack--tight">
          <WhoField
            label={t('Who does it')}
            could={facts.circle.map(one => ({ who: one, kind: one.kind }))}
            value={who}
            onChange={setWho}
          />
        </div>
        <TextField label={t('By when')} type="date" min={todayHere()} value={by} onInput={setBy} />
      </div>
      {facts.wishes.length > 0 && (
        <Select
          label={t('For which wish')}
          value={wish}
          options={[
            ['', t('None of them')],
            ...facts.wishes.map((one): [string, string] => [one.id, one.words]),
          ]}
          onChange={setWish}
        />
      )}
      <div>
        <Button type="submit" busy={busy} disabled={!fits}>
          {t('Keep it and read it back')}
        </Button>
      </div>
    </form>
  );
}
