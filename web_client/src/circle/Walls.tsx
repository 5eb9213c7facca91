/** Between whom a wall stands, as a list of pairs that can be read aloud; raised here at once, lowered by two people. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { circleApi, type Wall } from '../api/circle';
import { Chip } from '../desk/Chip';
import { Proposal } from '../desk/Proposal';
import { Button, icons, ProblemNotice } from '../ui';
import { dayOf, formatShortDate, t, tn } from '../words';
import type { KeptCircle } from './Circle';
import { LowerWall } from './LowerWall';

export function Walls({ circle, changed }: KeptCircle) {
  const [of, setOf] = useState<string | null>(null);
  const shown = circle.walls.filter(wall => !of || wall.one_id === of || wall.other_id === of);
  const groups = {
    open: shown.filter(wall => !wall.stands),
    waiting: shown.filter(wall => wall.stands && wall.waiting),
    standing: shown.filter(wall => wall.stands && !wall.waiting),
  };
  const parties = circle.people.filter(person => person.since_on !== null);
  return (
    <section class="kept-circle__part" aria-labelledby="walls">
      <h2 id="walls">{t('Walls')}</h2>
      <p class="soft">
        {t(
          'Nothing passes a wall: no name, no words, not even that the other is asked. Everyone starts behind walls.',
        )}
      </p>
      <fieldset class="kept-walls__of">
        <legend class="visually-hidden">{t('Show the walls of')}</legend>
        <Of chosen={of === null} say={t('Everyone')} onChoose={() => setOf(null)} />
        {parties.map(person => (
          <Of
            key={person.person_id}
            chosen={of === person.person_id}
            say={person.called}
            onChoose={() => setOf(person.person_id)}
          />
        ))}
      </fieldset>
      <Group
        title={tn('{n} wall is down', '{n} walls are down', groups.open.length)}
        walls={groups.open}
        circle={circle}
        changed={changed}
      />
      <Group
        title={tn(
          '{n} waits for a second person',
          '{n} wait for a second person',
          groups.waiting.length,
        )}
        walls={groups.waiting}
        circle={circle}
        changed={changed}
      />
      <Group
        title={tn('{n} wall stands', '{n} walls stand', groups.standing.length)}
        walls={groups.standing}
        circle={circle}
        changed={changed}
      />
    </section>
  );
}

function Of({ chosen, say, onChoose }: { chosen: boolean; say: string; onChoose: () => void }) {
  return (
    <button type="button" class="circle__form" aria-pressed={chosen} onClick={onChoose}>
      {say}
    </button>
  );
}

type GroupProps = KeptCircle & { title: string; walls: Wall[] };

function Group({ title, walls, circle, changed }: GroupProps) {
  if (walls.length === 0) return null;
  return (
    <div class="kept-walls">
      <h3>{title}</h3>
      <ul role="list">
        {walls.map(wall => (
          <li key={`${wall.one_id} ${wall.other_id}`} class="kept-wall">
            <Pair wall={wall} circle={circle} changed={changed} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type PairProps = KeptCircle & { wall: Wall };

function Pair({ wall, circle, changed }: PairProps) {
  const named = (id: string) => circle.people.find(one => one.person_id === id)?.name ?? '';
  const between = t('{one} and {other}', {
    one: named(wall.one_id),
    other: named(wall.other_id),
  });
  return (
    <>
      <p class="kept-wall__pair">
        {wall.stands ? <icons.Lock /> : <icons.Eye />}
        <span>{between}</span>{' '}
        {wall.lowered_at && (
          <Chip tone="soon">
            {t('Down since {day}', { day: formatShortDate(dayOf(wall.lowered_at)) })}
          </Chip>
        )}
      </p>
      {wall.waiting && <Proposal proposal={wall.waiting} onDone={said => changed(said)} />}
      {wall.stands && !wall.waiting && (
        <LowerWall circle={circle} changed={changed} wall={wall} between={between} />
      )}
      {(!wall.stands || isOthers(wall)) && (
        <Raise circle={circle} changed={changed} wall={wall} between={between} />
      )}
    </>
  );
}

/** Waits, and neither my own to take back nor mine to answer: then the wall can be kept all the same. */
function isOthers({ waiting }: Wall): boolean {
  return waiting !== null && !waiting.may_answer && !waiting.may_withdraw;
}

function Raise({ wall, circle, changed, between }: PairProps & { between: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function raise() {
    setBusy(true);
    setProblem(null);
    try {
      await circleApi.raiseWall(circle.child_id, wall.one_id, wall.other_id);
      changed(t('The wall stands between {between}.', { between }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  const say = wall.stands ? t('Keep the wall') : t('Raise the wall now');
  return (
    <div>
      <Button busy={busy} aria-label={`${say}: ${between}`} onClick={() => void raise()}>
        {say}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
