/** Exactly what one person will see, what of it is new, what must not go out, and the giving of it. */
import { Button, Notice, TextArea } from '../../ui';
import { Given } from '../../ui/given';
import { t } from '../../words';
import { Findings } from '../Findings';
import type { GivingTo } from './giving';
import { Refused } from './Refused';

const MOST_REASON = 2000;

type Props<Piece> = {
  name: string;
  giving: GivingTo<Piece>;
  /** What the button says that gives it at once. */
  giveIt: string;
};

export function Preview<Piece>({ name, giving, giveIt }: Props<Piece>) {
  const { preview, done, chosen } = giving;
  const anything = chosen.pieces.length > 0 || chosen.words.trim() !== '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it
    <section class="giving__look" tabIndex={0} aria-labelledby="preview">
      <h2 id="preview">{t('What {name} will see', { name })}</h2>
      {done && (
        <Notice tone="good" announced>
          <p>
            {done.state === 'waiting'
              ? t('It waits. Somebody else looks at it and agrees, then {name} can read it.', {
                  name,
                })
              : t('{name} can read it now.', { name })}
          </p>
        </Notice>
      )}
      {!preview && !done && (
        <>
          <p class="soft">
            {anything
              ? t('Look at it before it goes.')
              : t('Choose lines or write something. Then look at it here.')}
          </p>
          <Button
            kind={anything ? 'main' : 'plain'}
            busy={giving.busy}
            disabled={!anything}
            onClick={giving.look}
          >
            {t('Look at it')}
          </Button>
        </>
      )}
      {preview && (
        <>
          <div class="giving__sheet">
            <Given
              given={preview.given}
              before={{ words: preview.words_before, lines: preview.lines_before }}
            />
          </div>
          {preview.findings.length > 0 && (
            <>
              <Findings findings={preview.findings} />
              <TextArea
                label={t('Why it may go out all the same')}
                hint={t('Kept, and shown to whoever agrees.')}
                value={chosen.reason}
                most={MOST_REASON}
                rows={2}
                onInput={reason => giving.change({ reason })}
              />
            </>
          )}
          {preview.needs_second && (
            <p class="small">
              {t('This review is split, so a manager or another officer has to agree.')}
            </p>
          )}
          <Button
            kind="main"
            busy={giving.busy}
            disabled={preview.findings.length > 0 && !chosen.reason.trim()}
            onClick={giving.give}
          >
            {preview.needs_second ? t('Ask for agreement') : giveIt}
          </Button>
        </>
      )}
      <Refused problem={giving.problem} />
    </section>
  );
}
