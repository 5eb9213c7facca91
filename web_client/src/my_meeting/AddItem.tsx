/** Something of my own for the list. */
import { useState } from 'preact/hooks';
import { Button, lettersOver, TextArea } from '../ui';
import { t } from '../words';

const LONGEST = 2000;

export function AddItem({ onAdd }: { onAdd: (words: string) => void }) {
  const [words, setWords] = useState('');
  const fits = words.trim() !== '' && lettersOver(words, LONGEST) === 0;
  function add(event: SubmitEvent) {
    event.preventDefault();
    if (!fits) return;
    onAdd(words.trim());
    setWords('');
  }
  return (
    <form class="stack stack--tight" onSubmit={add}>
      <TextArea
        label={t('Add something of your own')}
        value={words}
        most={LONGEST}
        rows={2}
        onInput={setWords}
      />
      <Button type="submit" disabled={!fits}>
        {t('Put it on the list')}
      </Button>
    </form>
  );
}
