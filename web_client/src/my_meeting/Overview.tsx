/** My meeting: a few short steps in any order, what my officer says, and the law's line. */
import { Chair, LinkCard, Notice, Page, ProblemNotice } from '../ui';
import { chairFor } from '../ui/chair_for';
import { LevelPicture } from '../ui/meeting/LevelPicture';
import { levelMeans, levelName } from '../ui/meeting/levels';
import { officerOf } from '../ui/meeting/names';
import { ownParts, wayTo } from '../ui/meeting/own_parts';
import { wear } from '../ui/wear';
import { dayOf, formatDay, t, tn, todayHere } from '../words';
import { NewFromOfficer } from './NewFromOfficer';
import css from './Overview.css?inline';
import { Saved } from './Saved';
import { StepCard } from './StepCard';
import { STEPS } from './steps';
import { TwoPlans } from './TwoPlans';
import type { Meeting, StepProps } from './use_meeting';

wear(css);

export function Overview({ meeting }: StepProps) {
  const { shown, facts } = meeting;
  const name = officerOf(facts);
  return (
    <Page title={t('My meeting')} lead={forWhen(meeting)} back={{ to: '/', label: t('Home') }}>
      <Saved state={shown.state} />
      {shown.state === 'needs_attention' && shown.problem && (
        <ProblemNotice problem={shown.problem} onRetry={meeting.tryAgain} />
      )}
      <GoThere meeting={meeting} />
      <TwoPlans meeting={meeting} />
      <NewFromOfficer meeting={meeting} />
      <HowMuchILead meeting={meeting} />
      <section class="stack" aria-labelledby="steps">
        <div>
          <h2 id="steps">{t('Make it yours')}</h2>
          <p class="soft">{t('Start anywhere. Skip what you like.')}</p>
        </div>
        <ul role="list" class="meeting-steps">
          {STEPS.filter(step => step !== 'level').map(step => (
            <li key={step}>
              <StepCard step={step} meeting={meeting} />
            </li>
          ))}
        </ul>
      </section>
      <OfficerSays meeting={meeting} />
      <Notice>
        <p>
          {t('The law says {name} must see that your review is done well. You can still lead it.', {
            name,
          })}
        </p>
      </Notice>
    </Page>
  );
}

/** On the day, and while it runs: the way in. */
function GoThere({ meeting: { review, facts, me } }: StepProps) {
  const runs = facts.stage === 'meeting' || review.stage === 'meeting';
  const parts = ownParts(review);
  const there = parts.filter(
    part => runs || (part.starts_at && dayOf(part.starts_at) === todayHere()),
  );
  return (
    <>
      {there.map(part => (
        <LinkCard
          key={part.id}
          to={wayTo(part, parts)}
          title={part.title || t('Go to my meeting')}
          picture={<Chair look={me.chair} size={56} lit />}
        >
          {t('Your lines, one thing at a time.')}
        </LinkCard>
      ))}
    </>
  );
}

/** The one thing to begin with, as it stands now. */
function HowMuchILead({ meeting: { plan, facts, me } }: StepProps) {
  const officers = facts.officer ? (facts.officer.chair ?? chairFor(facts.officer.id)) : null;
  return (
    <a class="my-level" href="/meeting/level">
      <LevelPicture level={plan.level} mine={me.chair} officers={officers} big />
      <span class="my-level__words">
        <span class="my-level__small">{t('How much I lead')}</span>
        <span class="my-level__now">{levelName(plan.level)}</span>
        <span>{levelMeans(plan.level, officerOf(facts))}</span>
        <span class="my-level__change">{t('Change it')}</span>
      </span>
    </a>
  );
}

function OfficerSays({ meeting: { facts } }: StepProps) {
  const name = officerOf(facts);
  const { officer, answers } = facts;
  const chair = officer ? (officer.chair ?? chairFor(officer.id)) : null;
  return (
    <LinkCard
      to="/meeting/answers"
      title={t('What {name} says', { name })}
      picture={<Chair look={chair} size={56} />}
    >
      {answers.length > 0
        ? `${tn('{n} answer', '{n} answers', answers.length)}. ${t('Read what and why.')}`
        : t('{name} reads your plan and answers here.', { name })}
    </LinkCard>
  );
}

function forWhen({ review }: Meeting): string {
  const [first] = review.parts.flatMap(part => part.starts_at ?? []).sort();
  return first
    ? t('It is on {day}. You can say how it goes.', { day: formatDay(first) })
    : t('You can say how it goes.');
}
