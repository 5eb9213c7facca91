/** What was kept of a meeting that is over: who led what, what was read back, what is still to be covered. */
import { useLoaded } from '../api';
import { live } from '../api/live';
import type { FactRating, PartFacts } from '../api/openapi';
import { calledOf, matterName } from '../desk/meeting_names';
import { LinkButton, ProblemNotice, Skeleton } from '../ui';
import { aroundName } from '../ui/live/steps';
import { formatList, t, tn } from '../words';
import type { Desk } from './LiveDesk';

export function HowItWent({ desk }: { desk: Desk }) {
  const { reviewId, partId } = desk;
  const loaded = useLoaded(() => live.kept(reviewId), [reviewId]);
  const part = loaded.value?.parts.find(one => one.part_id === partId);
  return (
    <>
      {loaded.state === 'loading' && <Skeleton lines={3} />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {part && <Kept desk={desk} part={part} />}
      {loaded.value?.how_it_was && <HowItWas said={loaded.value.how_it_was} name={desk.called} />}
      <div class="row">
        <LinkButton kind="main" to={`/reviews/${reviewId}/record`}>
          {t('Go on to the record')}
        </LinkButton>
        <LinkButton to={`/reviews/${reviewId}/outcomes`}>{t('Answers and decisions')}</LinkButton>
      </div>
    </>
  );
}

function Kept({ desk: { called, state, facts, me }, part }: { desk: Desk; part: PartFacts }) {
  const nameOf = (id: string) =>
    id === me || id === 'officer'
      ? t('You')
      : id === 'child'
        ? called
        : (state.people.find(one => one.id === id)?.called ?? calledOf(id, facts.circle));
  const came = part.attended.map(one => one.called ?? nameOf(one.person_id ?? ''));
  const left = facts.matters.filter(matter => !part.covered.includes(matter));
  return (
    <>
      <p>{t('Here: {names}', { names: formatList(came) })}</p>
      <ul class="went" role="list">
        {part.led.map(one => (
          <li key={one.item}>
            <span dir="auto">
              {one.words ?? (one.matter ? matterName(one.matter) : aroundName(one.item))}
            </span>
            <span class="soft small">{t('Led by {name}', { name: nameOf(one.by) })}</span>
          </li>
        ))}
      </ul>
      <p class="soft small">
        {tn('{n} break', '{n} breaks', part.breaks)}
        {' · '}
        {tn(
          'A word was asked about {n} time',
          'Words were asked about {n} times',
          part.words_asked,
        )}
      </p>
      {part.read_back.map(one => (
        <p key={one.id}>
          <span dir="auto">{one.words}</span> <strong>{repliedTo(one.reply, called)}</strong>{' '}
          {one.reply_words && <q dir="auto">{one.reply_words}</q>}
        </p>
      ))}
      {left.length > 0 && (
        <p>{t('Not ticked: {matters}', { matters: formatList(left.map(matterName)) })}</p>
      )}
    </>
  );
}

/** Said to me by the child; it may come when the record is signed already. */
function HowItWas({ said: { face, words, change }, name }: { said: FactRating; name: string }) {
  const faces = { good: t('Good'), ok: t('OK'), not_good: t('Not good') };
  return (
    <>
      {(face || words) && (
        <p>
          {face
            ? t('How the meeting was, says {name}: {face}', { name, face: faces[face] })
            : t('How the meeting was, says {name}:', { name })}{' '}
          {words && <q dir="auto">{words}</q>}
        </p>
      )}
      {change && (
        <p>
          {t('What {name} would change:', { name })} <q dir="auto">{change}</q>
        </p>
      )}
    </>
  );
}

function repliedTo(reply: string | null, name: string): string {
  if (reply === 'right') return t('{name}: “That’s right.”', { name });
  if (reply === 'not_quite') return t('{name}: “Not quite.”', { name });
  return t('No answer yet');
}
