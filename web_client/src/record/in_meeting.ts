/** What happened in the meeting, in a short sentence each; words of it stand beside. */
import type { KnownLine } from '../api/records';
import { saidOn } from '../desk/lines';
import { levelMeans, matterName } from '../desk/meeting_names';
import { language, t } from '../words';

/** Facts that were noted while the meeting ran; no page but the record shows them. */
const NOTED = new Set([
  'came',
  'led',
  'level_changed',
  'read_back',
  'covered',
  'how_it_was',
  'would_change',
]);

export function isNotedInMeeting(line: KnownLine): boolean {
  return NOTED.has(line.fact) || (line.source === 'meeting' && line.fact === 'replied');
}

/** The sentence of one line; null where it tells of something else. */
export function inMeeting(line: KnownLine): string | null {
  const name = line.about?.name ?? line.who_words ?? t('the IRO');
  const teller = line.said_by?.called ?? t('the child');
  const date = line.at ? saidOn(line.at) : '';
  switch (line.fact) {
    case 'came':
      return line.value
        ? t('{name} came to “{part}”, {date}', { name, part: line.value, date })
        : t('{name} came to the meeting, {date}', { name, date });
    case 'led':
      return line.words
        ? t('Led by {name}:', { name })
        : t('Led by {name}: {thing}', { name, thing: thingOf(line) });
    case 'level_changed':
      return t('How much they led from then on: {level}', {
        level: levelMeans(Number(line.value) as 0).toLocaleLowerCase(language.value),
      });
    case 'covered':
      return t('Talked about in the meeting: {matter}', { matter: thingOf(line) });
    case 'read_back':
      return line.value === 'unanswered'
        ? t('Read back to the child, who has not answered:')
        : t('Read back to the child:');
    case 'how_it_was':
      return line.value
        ? t('How the meeting was, says {name}: {face}', {
            name: teller,
            face: faceSays(line.value),
          })
        : t('How the meeting was, says {name}:', { name: teller });
    case 'would_change':
      return t('What {name} would change:', { name: teller });
    default:
      return null;
  }
}

function faceSays(face: string): string {
  return { good: t('Good'), ok: t('OK'), not_good: t('Not good') }[face] ?? '';
}

function thingOf({ matter, topic }: KnownLine): string {
  const around: Record<string, string> = {
    welcome: t('Hello'),
    rules: t('Our rules'),
    goodbye: t('The end'),
  };
  return matter ? matterName(matter) : (around[topic ?? ''] ?? t('Something else'));
}
