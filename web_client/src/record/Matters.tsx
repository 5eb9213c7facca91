/** Each matter of the law's list: talked about, not needed, or put off; with what people said on it. */
import { type KnownLine, MATTER_STATES, type MatterOfLaw, type MatterState } from '../api/records';
import { matterName } from '../desk/meeting_names';
import { Button, TextField } from '../ui';
import { t, tn } from '../words';
import { orNone, withMatter } from './content';
import { isSaid } from './facts';
import { matterStateName } from './names';
import type { PartProps } from './ReviewRecord';

export function Matters({ facts, writing, signed }: PartProps) {
  const open = facts.covered.filter(({ matter }) => !writing.content.covered[matter]);
  const said = facts.sections.flatMap(section => section.lines).filter(isSaid);
  const unsure = facts.covered.some(one => !one.confirmed);
  return (
    <div class="matters">
      <h3 class="record__label">{t('What the law asks you to cover')}</h3>
      <ul role="list">
        {facts.covered.map(one => (
          <Matter key={one.matter} matter={one} said={said} writing={writing} signed={signed} />
        ))}
      </ul>
      {!signed && open.length > 1 && (
        <Button
          onClick={() =>
            writing.change(
              open.reduce(
                (content, { matter }) =>
                  withMatter(content, matter, { state: 'talked_about', words: null }),
                writing.content,
              ),
            )
          }
        >
          {tn('Mark {n} more as talked about', 'Mark {n} more as talked about', open.length)}
        </Button>
      )}
      {unsure && (
        <p class="soft small">
          {t('Some of these are not yet confirmed against the text of the law. Please check them.')}
        </p>
      )}
    </div>
  );
}

type OneProps = Pick<PartProps, 'writing' | 'signed'> & { matter: MatterOfLaw; said: KnownLine[] };

function Matter({ matter: { matter, source }, said, writing, signed }: OneProps) {
  const told = writing.content.covered[matter];
  const name = matterName(matter);
  const words = new Set(said.filter(line => line.matter === matter).map(line => line.id)).size;
  const set = (state: MatterState) =>
    writing.change(
      withMatter(
        writing.content,
        matter,
        told?.state === state ? null : { state, words: told?.words ?? null },
      ),
    );
  return (
    <li class="matters__one" data-told={told ? true : undefined}>
      <p>
        {name}{' '}
        <span class="soft small">
          {[source, words > 0 && tn('{n} answer about it', '{n} answers about it', words)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {signed ? (
        <p class="soft">
          {[told && matterStateName(told.state), told?.words].filter(Boolean).join(': ')}
        </p>
      ) : (
        <fieldset class="matters__states">
          <legend class="visually-hidden">{name}</legend>
          {MATTER_STATES.map(state => (
            <label
              key={state}
              class="matters__state"
              data-chosen={told?.state === state || undefined}
            >
              <input type="checkbox" checked={told?.state === state} onChange={() => set(state)} />
              {matterStateName(state)}
            </label>
          ))}
        </fieldset>
      )}
      {!signed && told && told.state !== 'talked_about' && (
        <TextField
          label={t('{matter}: why', { matter: name })}
          value={told.words ?? ''}
          onInput={value =>
            writing.change(withMatter(writing.content, matter, { ...told, words: orNone(value) }))
          }
        />
      )}
    </li>
  );
}
