/** How the child and the others want to take part, beside the plan that should follow it. */
import type { Line, TakingPart } from '../api';
import { heardBy, isForFew } from '../desk/lines';
import { whoIs } from '../desk/names';
import { Answered } from '../desk/Said';
import { icons } from '../ui';
import { t, tq } from '../words';

export function WhatTheyWant({ wants, called }: { wants: TakingPart; called: string }) {
  const held = new Set(wants.not_openly.map(line => line.answer_id));
  const open = wants.taking_part.filter(line => !held.has(line.answer_id));
  return (
    <>
      <section class="wants" aria-labelledby="wants">
        <h2 id="wants">{t('What {name} wants', { name: called })}</h2>
        {open.length === 0 && (
          <p class="soft">
            {t('{name} has not said yet how the review should be.', { name: called })}
          </p>
        )}
        <Lines lines={open} />
      </section>
      {wants.not_openly.length > 0 && (
        <section class="wants wants--held" aria-labelledby="held">
          <h2 id="held">
            <icons.Lock />
            {t('Not to be raised openly')}
          </h2>
          <Lines lines={wants.not_openly} />
        </section>
      )}
      {wants.others.length > 0 && (
        <section class="wants" aria-labelledby="others-want">
          <h2 id="others-want">{t('What others want')}</h2>
          {wants.others.map(({ person, lines }) => (
            <div key={person.person_id} class="wants__person">
              <p>
                <strong>{person.name}</strong> <span class="soft">{whoIs(person)}</span>
              </p>
              <Lines lines={lines} />
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  return (
    <dl class="wants__lines">
      {lines.map(line => (
        <div key={line.answer_id}>
          <dt>{tq(line.ask)}</dt>
          <dd>
            <Answered line={line} />
            {line.words && (
              <blockquote lang={line.language} dir="auto">
                {line.words}
              </blockquote>
            )}
            {isForFew(line) && (
              <p class="wants__heard">
                <icons.Lock />
                {heardBy(line)}
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
