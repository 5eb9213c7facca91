/** Exactly what one person will read of the record, what must not go out, and the giving of it. */
import type { ToPerson } from '../api/distribution';
import { Findings } from '../desk/Findings';
import { Button, Notice, ProblemNotice, TextArea } from '../ui';
import { Given } from '../ui/given';
import { t } from '../words';
import type { Giving } from './giving';

const MOST_REASON = 2000;

export function Look({ to, giving }: { to: ToPerson; giving: Giving }) {
  const preview = giving.previewOf(to);
  const done = giving.doneFor(to);
  const chosen = giving.chosen(to);
  const name = to.person.name;
  const anything = chosen.keys.length > 0 || chosen.words.trim() !== '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it
    <section class="giving__look" tabIndex={0} aria-labelledby="look">
      <h2 id="look">{t('What {name} will see', { name })}</h2>
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
        <Button
          kind={anything ? 'main' : 'plain'}
          busy={giving.busy}
          disabled={!anything}
          onClick={() => void giving.look(to)}
        >
          {t('Look at it')}
        </Button>
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
                onInput={reason => giving.change(to, { reason })}
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
            onClick={() => void giving.give(to)}
          >
            {preview.needs_second ? t('Ask for agreement') : t('Give it to {name}', { name })}
          </Button>
        </>
      )}
      {giving.problem && <ProblemNotice problem={giving.problem} />}
    </section>
  );
}
