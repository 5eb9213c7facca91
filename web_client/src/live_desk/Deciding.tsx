/** A decision in one line: what, who and by when; a draft among the review's decisions until it is shared. */
import { useState } from 'preact/hooks';
import { outcomesApi } from '../api/outcomes';
import { Select } from '../desk/Select';
import { Button, lettersOver, TextArea, TextField } from '../ui';
import { formatDay, t, todayHere } from '../words';
import type { KeepProps } from './ReadingBack';

const LONGEST = 1000;

export function Deciding({ desk, busy, onKeep }: KeepProps) {
  const { reviewId, facts, called, state } = desk;
  const [what, setWhat] = useState('');
  const [who, setWho] = useState('');
  const [by, setBy] = useState('');
  const person = facts.circle.find(one => one.id === who);
  const fits = what.trim() !== '' && lettersOver(what, LONGEST) === 0 && person && by !== '';
  async function keep(event: SubmitEvent) {
    event.preventDefault();
    if (!fits) return;
    const decision = {
      what: what.trim(),
      who_id: who,
      who_words: null,
      by_on: by,
      wish_id: null,
      topic: null,
      position: state.read_back.length,
    };
    const words = t('{what} Who: {name}. By: {day}.', {
      what: what.trim(),
      name: person.called,
      day: formatDay(by),
    });
    if (await onKeep(id => outcomesApi.decide(reviewId, id, 0, decision), words)) setWhat('');
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
        <Select
          label={t('Who does it')}
          value={who}
          options={[
            ['', t('Choose')],
            ...facts.circle.map((one): [string, string] => [one.id, one.name]),
          ]}
          onChange={setWho}
        />
        <TextField label={t('By when')} type="date" min={todayHere()} value={by} onInput={setBy} />
      </div>
      <div>
        <Button type="submit" busy={busy} disabled={!fits}>
          {t('Keep it and read it back')}
        </Button>
      </div>
    </form>
  );
}
