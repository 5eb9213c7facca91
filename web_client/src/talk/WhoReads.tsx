/** Stands before the box: who reads it, on which days, by when there is an answer, and what if it cannot wait. */
import type { WhoReads as Facts } from '../api/talk';
import { Button, Chair, LinkButton, openHelpNow } from '../ui';
import { chairFor } from '../ui/chair_for';
import { Heart } from '../ui/icons';
import { t, todayHere } from '../words';
import type { Voice } from './voice';

type Props = { facts: Facts | null; voice: Voice; isChild: boolean };

export function WhoReads({ facts, voice, isChild }: Props) {
  const officer = facts?.officer ?? null;
  const name = officer?.called ?? null;
  const reader = facts?.cover?.who ?? officer;
  return (
    <section class="who-reads" aria-labelledby="who-reads">
      <Chair look={reader ? (reader.chair ?? chairFor(reader.id)) : null} size={64} />
      <div class="who-reads__words">
        <h3 id="who-reads">{voice.reads(reader)}</h3>
        <ul role="list">
          {lines(facts, voice).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{voice.safety(name)}</p>
        {voice.also(name).map(line => (
          <p key={line}>{line}</p>
        ))}
        <p class="who-reads__now">{voice.notAlways()}</p>
        <div class="row">
          {isChild && (
            <LinkButton to="/now" kind="stop">
              {t('I don’t feel safe')}
            </LinkButton>
          )}
          <Button onClick={openHelpNow} aria-haspopup="dialog">
            <Heart />
            {t('Help now')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function lines(facts: Facts | null, voice: Voice): string[] {
  if (!facts) return [];
  const { officer, cover, works_on, answer_by, answer_within_working_days: days } = facts;
  const name = officer?.called ?? null;
  // What was kept on the device may be older than the day it promised.
  const by = answer_by >= todayHere() ? answer_by : null;
  const said = [voice.answerBy(by, days)];
  if (cover && name) said.unshift(voice.away(name, cover.who.called, cover.until));
  else said.push(voice.whenAway(name, facts.usual_cover?.called ?? null));
  const works = voice.workDays(cover ? cover.who.called : name, works_on);
  if (works && !cover) said.unshift(works);
  return said;
}
