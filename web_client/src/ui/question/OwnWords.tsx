/** Room for a person's own words, with a few ways to begin. */
import { useRef, useState } from 'preact/hooks';
import { t, tq } from '../../words';
import { Button } from '../Button';
import { TextArea } from '../TextArea';
import { withStarter } from './answers';
import { PencilPicture } from './pictures';

type Props = {
  label: string;
  labelHidden?: boolean;
  /** For a question with faces or choices the room opens on demand. */
  folded?: boolean;
  words: string | null;
  starters?: string[];
  language?: string;
  onWords: (words: string) => void;
};

export function OwnWords({
  label,
  labelHidden,
  folded,
  words,
  starters = [],
  language,
  onWords,
}: Props) {
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const open = !folded || opened || Boolean(words);

  function write(after: () => void) {
    after();
    // After drawing: the caret goes to the end of what stands there.
    requestAnimationFrame(() => {
      const area = box.current?.querySelector('textarea');
      area?.focus();
      area?.setSelectionRange(area.value.length, area.value.length);
    });
  }

  if (!open) {
    return (
      <div ref={box}>
        <Button kind="quiet" class="own-words__open" onClick={() => write(() => setOpened(true))}>
          <PencilPicture />
          {label}
        </Button>
      </div>
    );
  }
  return (
    <div ref={box} class="own-words">
      <TextArea
        label={label}
        labelHidden={labelHidden}
        value={words ?? ''}
        lang={language === 'und' ? undefined : language}
        onInput={onWords}
      />
      {starters.length > 0 && (
        <fieldset class="own-words__starters">
          <legend>{t('Stuck? Start with one of these.')}</legend>
          <div class="row">
            {starters.map(starter => (
              <button
                key={starter}
                type="button"
                class="own-words__starter"
                onClick={() => write(() => onWords(withStarter(words, tq(starter))))}
              >
                {tq(starter)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
