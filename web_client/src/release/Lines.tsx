/** What may be given to one person, by topic: nothing is chosen until somebody chooses it. */
import type { Passable, Picked } from '../api/releases';
import { whoIs } from '../desk/names';
import { Face, faceName } from '../ui';
import { t, tq } from '../words';
import { naming, toggled, topicsOf } from './picking';

type Props = {
  lines: Passable[];
  picks: Picked[];
  onChange: (picks: Picked[]) => void;
};

export function Lines({ lines, picks, onChange }: Props) {
  if (lines.length === 0) {
    return (
      <p class="release__none">
        {t('Nothing that others said may pass to this person. You can still write yourself.')}
      </p>
    );
  }
  return (
    <>
      {topicsOf(lines).map(([title, some]) => (
        <fieldset key={title} class="release__topic">
          <legend>{tq(title)}</legend>
          {some.map(line => (
            <Line key={line.answer_id} line={line} picks={picks} onChange={onChange} />
          ))}
        </fieldset>
      ))}
    </>
  );
}

type LineProps = { line: Passable; picks: Picked[]; onChange: Props['onChange'] };

function Line({ line, picks, onChange }: LineProps) {
  const pick = picks.find(one => one.answer_id === line.answer_id);
  return (
    <div class="pick" data-picked={pick ? true : undefined}>
      <label class="pick__line">
        <input
          type="checkbox"
          checked={pick !== undefined}
          onChange={() => onChange(toggled(picks, line))}
        />
        <span class="pick__said">
          <span class="pick__ask">{tq(line.ask)}</span>
          {line.face && (
            <span class="pick__face">
              <Face face={line.face} size={24} /> {faceName(line.face)}
            </span>
          )}
          {line.choices.length > 0 && (
            <span>{line.choices.map(choice => tq(choice.say)).join(' · ')}</span>
          )}
          {line.words && (
            <span class="pick__words" lang={line.language} dir="auto">
              {line.words}
            </span>
          )}
          <span class="pick__who">
            {line.person.name}, {whoIs(line.person)}
          </span>
        </span>
      </label>
      {pick && <Naming line={line} named={pick.named} picks={picks} onChange={onChange} />}
    </div>
  );
}

function Naming({ line, named, picks, onChange }: LineProps & { named: boolean }) {
  const name = line.person.name;
  if (!line.can_be_named) return <p class="pick__naming">{t('Goes without a name')}</p>;
  if (!line.can_go_unnamed) {
    return <p class="pick__naming">{t('Goes with the name: {name}', { name })}</p>;
  }
  return (
    <label class="pick__naming">
      <input
        type="checkbox"
        checked={named}
        onChange={() => onChange(naming(picks, line.answer_id, !named))}
      />
      {t('Say that {name} said it', { name })}
    </label>
  );
}
