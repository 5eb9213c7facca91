/** Which of my children need something today, and whose reviews come next. */
import { api, type TodayFacts, useLoaded } from '../api';
import { Chip, type ChipTone } from '../desk/Chip';
import { DeskPage, deskPlaces } from '../desk/DeskPage';
import { WaitingReleases } from '../desk/WaitingReleases';
import { WaitingWalls } from '../desk/WaitingWalls';
import { Chair, LinkButton, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { formatDay, t, tn, todayHere } from '../words';
import { Coming } from './Coming';
import { InboxLink } from './InboxLink';
import { ReadingsToNote } from './ReadingsToNote';
import { mark, nextStep, type Urgent, whyInWords } from './reasons';
import './today.css';

export function Today({ me }: ScreenProps) {
  const today = useLoaded(() => api.today(), []);
  return (
    <DeskPage
      title={formatDay(today.value?.on ?? todayHere())}
      tab={t('Today')}
      places={deskPlaces('today')}
      actions={<InboxLink />}
    >
      <WaitingReleases />
      <WaitingWalls />
      {today.state === 'loading' && <Skeleton lines={4} tall />}
      {today.state === 'problem' && <ProblemNotice problem={today.problem} onRetry={today.again} />}
      {today.state === 'ready' && <Lists today={today.value} chair={me.chair} />}
    </DeskPage>
  );
}

/** So many of one kind stand in one row: it opens to the list of them. */
const MANY = 4;
const HURRY_DAYS = 5;
const LATE = new Set<string>([
  'unsafe',
  'not_safe',
  'dispute_overdue',
  'message_late',
  'overdue',
  'planned_late',
]);

/** Nothing is more urgent about them than that they were never here, and there is time. */
function canWaitTogether({ why, not_safe_to_reply }: Urgent): boolean {
  const [first] = why;
  const silent = first?.code === 'not_signed_in' || first?.code === 'no_child_views';
  const never = why.some(one => one.code === 'not_signed_in');
  return silent && never && (first.days ?? 0) > HURRY_DAYS && !not_safe_to_reply;
}

function NeverSignedIn({ children }: { children: Urgent[] }) {
  return (
    <li>
      <details class="needing-many">
        <summary>
          {tn(
            '{n} child has never signed in: give cards',
            '{n} children have never signed in: give cards',
            children.length,
          )}
        </summary>
        <ol role="list" class="today__list">
          {children.map(urgent => (
            <Row key={`${urgent.child.id} ${urgent.review_id}`} urgent={urgent} />
          ))}
        </ol>
      </details>
    </li>
  );
}

function Lists({ today, chair }: { today: TodayFacts; chair: ScreenProps['me']['chair'] }) {
  const never = today.urgent.filter(canWaitTogether);
  const silent = never.length >= MANY ? never : [];
  const others = today.urgent.filter(urgent => !silent.includes(urgent));
  return (
    <>
      <ReadingsToNote readings={today.readings} />
      <section class="today" aria-labelledby="needing">
        <div class="today__head">
          <h2 id="needing">{t('Needs you')}</h2>
          <p class="soft">
            {tn('{n} child of {children}', '{n} children of {children}', today.urgent.length, {
              children: today.counts.children,
            })}
          </p>
        </div>
        {today.urgent.length === 0 ? (
          <div class="today__calm">
            <Chair look={chair} size={72} />
            <p>{t('Nobody needs anything from you just now.')}</p>
          </div>
        ) : (
          <ol role="list" class="today__list">
            {others.map(urgent => (
              <Row key={`${urgent.child.id} ${urgent.review_id}`} urgent={urgent} />
            ))}
            {silent.length > 0 && <NeverSignedIn children={silent} />}
          </ol>
        )}
      </section>
      <Coming coming={today.coming} />
    </>
  );
}

function Row({ urgent }: { urgent: Urgent }) {
  const { child, why } = urgent;
  const step = nextStep(urgent);
  const late = LATE.has(why[0]?.code ?? '');
  const short = why[0] && mark(why[0]);
  return (
    <li class="needing" data-late={late || undefined}>
      <h3 class="needing__name">
        <a href={`/children/${child.id}`}>{child.name}</a>{' '}
        {urgent.not_safe_to_reply && <Chip tone="late">{t('Not safe to reply')}</Chip>}
      </h3>
      <ul class="needing__why" role="list">
        {why.map(one => (
          <li key={one.code}>{whyInWords(one)}</li>
        ))}
      </ul>
      <p class="needing__mark">{short && <Chip tone={tone(why[0])}>{short}</Chip>}</p>
      <LinkButton
        to={step.to}
        class="needing__step"
        aria-label={t('{step}: {name}', { step: step.say, name: child.name })}
      >
        {step.say}
      </LinkButton>
    </li>
  );
}

function tone(why: Urgent['why'][number] | undefined): ChipTone {
  if (LATE.has(why?.code ?? '')) return 'late';
  return why?.code === 'views_unread' || (why?.days ?? 0) <= 5 ? 'soon' : 'plain';
}
