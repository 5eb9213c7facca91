/** Carers, parents and professionals beside the child, topic by topic, each line short. */
import type { Line, Person, SummaryFacts } from '../api';
import { eachAfter } from '../desk/lines';
import { whoIs } from '../desk/names';
import { Said } from '../desk/Said';
import { Face, faceName, icons } from '../ui';
import { formatList, t, tq } from '../words';
import {
  besideEachOther,
  besideNothing,
  speaksForItself,
  type Beside as Together,
  type ToSource,
} from './reading';

export function Beside({ summary, onSource }: { summary: SummaryFacts; onSource: ToSource }) {
  const topics = besideEachOther(summary);
  const both = topics.filter(topic => topic.child.length > 0);
  const alone = besideNothing(topics.filter(topic => topic.child.length === 0));
  const { called } = summary.child;
  const others = [...both.flatMap(topic => topic.others), ...alone];
  const than = eachAfter(others.flatMap(one => one.lines));
  // Who somebody is stands beside their name once.
  const first = new Map(others.map(one => [one.person.person_id, one] as const).reverse());
  return (
    <section class="band-section" aria-labelledby="others">
      <h2 id="others">{t('What others say')}</h2>
      {topics.length === 0 && <p class="soft">{t('Nobody else has written yet.')}</p>}
      {both.map(topic => (
        <section key={topic.topic} class="beside">
          <div class="beside__head">
            <h3>{tq(topic.title)}</h3>
            <ChildsSide topic={topic} called={called} onSource={onSource} />
          </div>
          {topic.others.map(one => (
            <div key={one.person.person_id} class="beside__one">
              <Voice person={one.person} known={first.get(one.person.person_id) !== one} />
              <Lines lines={one.lines} than={than} onSource={onSource} />
            </div>
          ))}
        </section>
      ))}
      {alone.length > 0 && (
        <section class="beside">
          {both.length > 0 && <h3>{t('{name} said nothing on these:', { name: called })}</h3>}
          {alone.map(one => (
            <div key={one.person.person_id} class="beside__one">
              <Voice person={one.person} known={first.get(one.person.person_id) !== one} />
              <Lines lines={one.lines} than={than} onSource={onSource} titled />
            </div>
          ))}
        </section>
      )}
      <NotSpokenOf topics={summary.not_spoken_of} />
    </section>
  );
}

type LinesProps = {
  lines: Line[];
  than: Map<Line, Line | undefined>;
  onSource: ToSource;
  /** No topic stands above: it stands before each line, where the question need not. */
  titled?: boolean;
};

/** So that what is missing is seen as well as what is there. */
function NotSpokenOf({ topics }: { topics: SummaryFacts['not_spoken_of'] }) {
  if (topics.length === 0) return null;
  const names = formatList(topics.map(topic => tq(topic.title)));
  return (
    <p class="beside__missing">{t('Nobody has said anything on: {topics}', { topics: names })}</p>
  );
}

function Lines({ lines, than, onSource, titled }: LinesProps) {
  return (
    <div class="beside__lines">
      {lines.map(line => (
        <div key={line.answer_id} class="beside__line">
          {titled && speaksForItself(line, lines) && (
            <p class="beside__topic">{tq(line.topic_title)}</p>
          )}
          <Said
            line={line}
            voice="other"
            onSource={onSource}
            than={than.get(line)}
            askHidden={speaksForItself(line, lines)}
          />
        </div>
      ))}
    </div>
  );
}

type ChildProps = { topic: Together; called: string; onSource: ToSource };

/** The child's words stand above, once: here only how it feels, and the way to them. */
function ChildsSide({ topic: { child }, called, onSource }: ChildProps) {
  const line = child.find(one => one.face) ?? child[0];
  if (!line) return null;
  return (
    <button type="button" class="beside__child" onClick={() => onSource(line)}>
      {line.face ? (
        <>
          {called}
          <Face face={line.face} size={24} />
          <span class="visually-hidden">{faceName(line.face)}</span>
        </>
      ) : (
        t('{name}’s words', { name: called })
      )}
      <icons.Forward />
    </button>
  );
}

type VoiceProps = { person: Person; known: boolean };

function Voice({ person, known }: VoiceProps) {
  return (
    <p class="voice">
      <strong>{person.name}</strong> {!known && whoIs(person)}
    </p>
  );
}
