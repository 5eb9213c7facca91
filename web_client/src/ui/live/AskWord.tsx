/** "Explain that word": anonymous to the room, with the word or without. */
import { useState } from 'preact/hooks';
import { t } from '../../words';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { TextField } from '../TextField';

type Props = { open: boolean; onClose: () => void; onAsk: (word: string | null) => void };
const LONGEST = 80;

export function AskWord({ open, onClose, onAsk }: Props) {
  const [word, setWord] = useState('');
  function ask(event: SubmitEvent) {
    event.preventDefault();
    onAsk(word.trim().slice(0, LONGEST) || null);
    setWord('');
    onClose();
  }
  return (
    <Dialog title={t('Ask for easy words')} open={open} onClose={onClose}>
      <form class="stack" onSubmit={ask}>
        <p>{t('Everyone sees that someone asked. Nobody sees who.')}</p>
        <TextField
          label={t('Which word?')}
          hint={t('You can leave this empty.')}
          value={word}
          onInput={setWord}
          autocomplete="off"
        />
        <Button kind="main" type="submit" wide>
          {t('Ask')}
        </Button>
      </form>
    </Dialog>
  );
}
