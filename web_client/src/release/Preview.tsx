/** Exactly what one person will see, what of it is new, what must not go out, and the release. */
import type { Person } from '../api/summary';
import { Findings } from '../desk/Findings';
import { Button, Notice, TextArea } from '../ui';
import { Given } from '../ui/given';
import { t } from '../words';
import type { Releasing } from './picking';
import { Refused } from './Refused';

const MOST_REASON = 2000;

export function Preview({ person, releasing }: { person: Person; releasing: Releasing }) {
  const id = person.person_id;
  const preview = releasing.previewOf(id);
  const done = releasing.doneFor(id);
  const chosen = releasing.chosen(id);
  const anything = chosen.picks.length > 0 || chosen.words.trim() !== '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it
    <section class="release__preview" tabIndex={0} aria-labelledby="preview">
      <h2 id="preview">{t('What {name} will see', { name: person.name })}</h2>
      {!preview && !done && (
        <p class="soft">
          {anything
            ? t('Look at it before it goes.')
            : t('Choose lines or write something. Then look at it here.')}
        </p>
      )}
      {done && (
        <Notice tone="good" announced>
          <p>
            {done.state === 'waiting'
              ? t('It waits. Somebody else looks at it and agrees, then {name} can read it.', {
                  name: person.name,
                })
              : t('{name} can read it now.', { name: person.name })}
          </p>
        </Notice>
      )}
      {!preview && (
        <Button
          kind={anything ? 'main' : 'plain'}
          busy={releasing.busy}
          disabled={!anything}
          onClick={() => releasing.look(id)}
        >
          {t('Look at it')}
        </Button>
      )}
      {preview && (
        <>
          <div class="release__sheet">
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
                onInput={reason => releasing.change(id, { reason })}
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
            busy={releasing.busy}
            disabled={preview.findings.length > 0 && !chosen.reason.trim()}
            onClick={() => releasing.send(id)}
          >
            {preview.needs_second
              ? t('Ask for agreement')
              : t('Share with {name}', { name: person.name })}
          </Button>
        </>
      )}
      <Refused problem={releasing.problem} />
    </section>
  );
}
