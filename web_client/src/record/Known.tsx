/** What is known under one heading: each line with who said it, when, and its source one tap away. */
import type { Line } from '../api';
import type { KnownLine } from '../api/records';
import { Said } from '../desk/Said';
import { icons } from '../ui';
import { t, tn, tq } from '../words';
import { factSays, isSaid, sourceOf, whoSaid } from './facts';

type Props = {
  lines: KnownLine[];
  reviewId: string;
  childId: string;
  nation: 'england' | 'wales';
  onSource: (line: KnownLine) => void;
  /** What came of a wish stands under it. */
  inOrder?: boolean;
};

export function Known({ lines, inOrder, ...rest }: Props) {
  const facts = lines.filter(line => !isSaid(line));
  const written = lines.filter(line => isSaid(line) && (line.words || line.helper_words));
  const short = lines.filter(line => isSaid(line) && !line.words && !line.helper_words);
  if (lines.length === 0) return <p class="soft">{t('Nothing is known here yet.')}</p>;
  if (inOrder) {
    return (
      <div class="known">
        {runsOf(lines).map(run => (
          <Run key={run[0]?.id} lines={run} {...rest} />
        ))}
      </div>
    );
  }
  return (
    <div class="known">
      {facts.length > 0 && (
        <ul role="list" class="known__facts">
          {facts.map(line => (
            <FactLine key={line.id} line={line} {...rest} />
          ))}
        </ul>
      )}
      <SaidLines lines={written} {...rest} />
      {short.length > 0 && (
        <details class="known__more">
          <summary>{tn('{n} short answer', '{n} short answers', short.length)}</summary>
          <SaidLines lines={short} {...rest} />
        </details>
      )}
    </div>
  );
}

/** Lines that stand together: what people said, or what came of it. */
function runsOf(lines: KnownLine[]): KnownLine[][] {
  const runs: KnownLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run?.[0] && isSaid(run[0]) === isSaid(line)) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

function Run({ lines, ...rest }: Props) {
  if (lines[0] && isSaid(lines[0])) return <SaidLines lines={lines} {...rest} />;
  return (
    <ul role="list" class="known__facts">
      {lines.map(line => (
        <FactLine key={line.id} line={line} {...rest} />
      ))}
    </ul>
  );
}

type OneProps = Omit<Props, 'lines'> & { line: KnownLine };

function FactLine({ line, reviewId, childId, nation }: OneProps) {
  const source = sourceOf(line, reviewId, childId);
  return (
    <li class="known__fact">
      <p>
        {factSays(line, nation)}{' '}
        {source && (
          <a class="known__source" href={source.to}>
            {source.say}
            <icons.Forward />
          </a>
        )}
      </p>
      {line.words && line.fact !== 'part' && (
        <blockquote lang={line.language ?? undefined} dir="auto">
          {line.words}
        </blockquote>
      )}
    </li>
  );
}

/** What people said, person by person, in the order in which they said it. */
function SaidLines({ lines, childId, reviewId, onSource }: Props) {
  const people = grouped(lines);
  return (
    <>
      {[...people].map(([id, theirs]) => (
        <section key={id} class="known__person">
          {theirs[0] && <h4>{whoSaid(theirs[0])}</h4>}
          {theirs.map(line => (
            <div key={`${line.fact} ${line.id}`} data-fact={line.fact}>
              {line.topic_title && <p class="known__topic">{tq(line.topic_title)}</p>}
              {line.source === 'contribution' ? (
                <Said
                  line={asLine(line)}
                  voice={id === childId ? 'child' : 'other'}
                  onSource={() => onSource(line)}
                  askHidden={line.ask === null}
                />
              ) : (
                <Elsewhere line={line} reviewId={reviewId} childId={childId} />
              )}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function Elsewhere({ line, reviewId, childId }: Omit<OneProps, 'nation' | 'onSource'>) {
  const source = sourceOf(line, reviewId, childId);
  return (
    <div class="known__fact">
      <blockquote lang={line.language ?? undefined} dir="auto">
        {line.words}
      </blockquote>
      {source && (
        <a class="known__source" href={source.to}>
          {source.say}
          <icons.Forward />
        </a>
      )}
    </div>
  );
}

function grouped(lines: KnownLine[]): Map<string, KnownLine[]> {
  const found = new Map<string, KnownLine[]>();
  for (const line of lines) {
    const id = line.said_by?.person_id ?? '';
    found.set(id, [...(found.get(id) ?? []), line]);
  }
  return found;
}

/** A line as the summary shows it. */
export function asLine(line: KnownLine): Line {
  return {
    contribution_id: line.source_id ?? '',
    answer_id: line.id.replace('answer:', ''),
    shared_at: line.at ?? '',
    language: line.language ?? '',
    form: '',
    form_version: 0,
    topic: line.topic ?? '',
    topic_title: line.topic_title ?? '',
    question: '',
    kind: 'words',
    ask: line.ask ?? '',
    skip: line.skip,
    face: line.face,
    choices: line.choices,
    words: line.words,
    helper_words: line.helper_words,
    audience: line.audience ?? 'everyone_at_my_review',
    not_people: line.not_people,
    wish: line.fact === 'wished',
  };
}
