/** How each topic felt last time and feels now, faces side by side. */
import type { Line, SummaryFacts } from '../api';
import { saidOn } from '../desk/lines';
import { Face, faceName, icons } from '../ui';
import { t, tq } from '../words';
import { changesFirst, type Move, moved, type ToSource } from './reading';
import { Side } from './WhatTheyWant';

export function FacesChanged({ summary, onSource }: { summary: SummaryFacts; onSource: ToSource }) {
  if (summary.faces.length === 0) return null;
  const faces = changesFirst(summary.faces);
  const compared = summary.faces.some(face => face.before);
  return (
    <Side id="faces" title={compared ? t('Since last time') : t('How it feels now')}>
      <ul role="list" class="then-now">
        {faces.map((face, place) => (
          <li
            key={face.question}
            class="then-now__one"
            data-now-only={!compared || undefined}
            data-move={moved(face)}
          >
            <span class="then-now__topic">{tq(face.title)}</span>
            {compared && (
              <>
                <One
                  line={face.before}
                  none={t('Not asked')}
                  onSource={onSource}
                  than={faces[place - 1]?.before}
                />
                <span class="then-now__arrow" aria-hidden="true">
                  <icons.Forward />
                </span>
              </>
            )}
            <One
              line={face.now}
              none={t('No face now')}
              onSource={onSource}
              than={faces[place - 1]?.now}
            />
            {compared && <span class="visually-hidden">{moveInWords(moved(face))}</span>}
          </li>
        ))}
      </ul>
    </Side>
  );
}

type OneProps = {
  line: Line | null;
  none: string;
  onSource: ToSource;
  /** The one in the row above: the same day is not said again. */
  than: Line | null | undefined;
};

function One({ line, none, onSource, than }: OneProps) {
  if (!line?.face) return <span class="then-now__none">{skipped(line) ?? none}</span>;
  const day = saidOn(line.shared_at);
  return (
    <button type="button" class="then-now__face" onClick={() => onSource(line)}>
      <Face face={line.face} size={40} />
      <span>
        {faceName(line.face)}
        <small class={than && saidOn(than.shared_at) === day ? 'visually-hidden' : undefined}>
          {day}
        </small>
      </span>
    </button>
  );
}

function skipped(line: Line | null): string | null {
  if (line?.skip === 'dont_know') return t('Does not know');
  return line?.skip ? t('Does not want to say') : null;
}

function moveInWords(move: Move): string {
  return {
    better: t('Better than last time.'),
    worse: t('Worse than last time.'),
    same: t('The same as last time.'),
    new: t('New this time.'),
    gone: t('Not answered this time.'),
  }[move];
}
