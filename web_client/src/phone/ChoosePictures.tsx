/** Choosing a picture code: four pictures, then the same four again. */
import { useState } from 'preact/hooks';
import type { Problem } from '../api';
import { Button, fieldError, Notice, ProblemNotice } from '../ui';
import { t } from '../words';
import { CODE_LENGTH, PictureCode, type PictureKey } from './pictures';

type Props = {
  /** What the last button says. */
  done: string;
  busy: boolean;
  problem: Problem | null;
  onChosen: (pictures: PictureKey[]) => void;
};

export function ChoosePictures({ done, busy, problem, onChosen }: Props) {
  const [first, setFirst] = useState<PictureKey[] | null>(null);
  const [pictures, setPictures] = useState<PictureKey[]>([]);
  const [differs, setDiffers] = useState(false);
  const ready = pictures.length === CODE_LENGTH;
  const easy = new Set(pictures).size < CODE_LENGTH - 1;

  function next(event: SubmitEvent) {
    event.preventDefault();
    if (busy || !ready || easy) return;
    if (first === null) {
      setFirst(pictures);
      setPictures([]);
      setDiffers(false);
    } else if (first.join() === pictures.join()) onChosen(pictures);
    else {
      setFirst(null);
      setPictures([]);
      setDiffers(true);
    }
  }

  return (
    <form class="stack" onSubmit={next}>
      <PictureCode
        key={first === null ? 'first' : 'again'}
        legend={first === null ? t('Pick four pictures') : t('Pick the same four again')}
        hint={
          first === null
            ? t('You need them to come back. Keep them to yourself.')
            : t('In the same order. It helps you to remember.')
        }
        value={pictures}
        onChange={setPictures}
        shown
      />
      {differs && (
        <Notice tone="care" announced>
          {t('Those were not the same. Please pick four again.')}
        </Notice>
      )}
      {ready && easy && (
        <Notice tone="care" announced>
          {t('That is easy to guess. Please use more than two pictures.')}
        </Notice>
      )}
      {problem && !differs && <Refused problem={problem} />}
      <Button kind="main" type="submit" wide busy={busy} disabled={!ready || easy}>
        {busy ? t('One moment…') : first === null ? t('Go on') : done}
      </Button>
    </form>
  );
}

function Refused({ problem }: { problem: Problem }) {
  const said = fieldError(problem, 'pictures');
  return said ? (
    <Notice tone="stop" announced>
      {said}
    </Notice>
  ) : (
    <ProblemNotice problem={problem} />
  );
}
