/** What somebody is given, exactly as they see it: the same on their own page and in the preview of it. */
import type { Given as GivenFacts, GivenLine } from '../../api/releases';
import type { Face as FaceKey } from '../../api/types';
import { formatDay, t, tq } from '../../words';
import { Face, faceName } from '../Faces';
import './Given.css';
import { recordHeading } from './headings';

type Props = {
  given: GivenFacts;
  /** The desk marks what this person had before; their own page does not. */
  before?: { words: boolean; lines: boolean[] };
};

export function Given({ given, before }: Props) {
  return (
    <div class="given">
      {given.words && (
        <div class="given__own">
          <p class="given__who">{t('{name} writes', { name: given.officer })}</p>
          <blockquote lang={given.language} dir="auto">
            {given.words}
          </blockquote>
          {before && <Mark before={before.words} />}
        </div>
      )}
      {given.lines.length > 0 && (
        <ul role="list" class="given__lines">
          {given.lines.map((line, at) => (
            <li key={`${at} ${line.words}`} class="given__line">
              <Line line={line} />
              {before && <Mark before={before.lines[at] ?? false} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ line }: { line: GivenLine }) {
  return (
    <>
      <p class="given__who">{headOf(line)}</p>
      {line.ask && <p class="given__ask">{tq(line.ask)}</p>}
      {line.face && (
        <p class="given__face">
          <Face face={line.face as FaceKey} size={28} /> {faceName(line.face as FaceKey)}
        </p>
      )}
      {line.choices.length > 0 && (
        <ul role="list" class="given__choices">
          {line.choices.map(say => (
            <li key={say}>{tq(say)}</li>
          ))}
        </ul>
      )}
      {line.words && (
        <blockquote lang={line.language === 'und' ? undefined : line.language} dir="auto">
          {line.words}
        </blockquote>
      )}
      {(line.who || line.by_on) && (
        <p class="given__ask">
          {[line.who, line.by_on && t('by {day}', { day: formatDay(line.by_on) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </>
  );
}

function headOf(line: GivenLine): string {
  if (line.heading) return recordHeading(line.heading);
  return line.said_by ? t('{name} said', { name: line.said_by }) : t('Somebody said');
}

function Mark({ before }: { before: boolean }) {
  return (
    <p class="given__mark" data-new={!before || undefined}>
      {before ? t('They have this already') : t('New for this person')}
    </p>
  );
}
