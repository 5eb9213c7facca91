/** One child: who they are, when the next review is and why, who is around them, and the reviews so far. */
import { api, type ChildFacts, useLoaded } from '../api';
import { DeskPage } from '../desk/DeskPage';
import { languageName } from '../desk/lines';
import { NotSafe } from '../desk/NotSafe';
import { legalStatusName } from '../desk/names';
import { LinkButton, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { formatDate, t, tn } from '../words';
import { Band } from './Band';
import { Circle } from './Circle';
import { HandOver } from './HandOver';
import { History } from './History';
import { LastReview } from './LastReview';
import { LostPhone } from './LostPhone';
import { NextReview } from './NextReview';
import { Readings } from './Readings';
import { Sooner } from './Sooner';
import { Talks } from './Talks';
import { Visits } from './Visits';
import './child_page.css';

export function ChildPage({ me, params }: ScreenProps) {
  const childId = params.childId ?? '';
  const child = useLoaded(() => api.child(childId), [childId]);
  const facts = child.value;
  const officer = me.job === 'reviewing_officer';
  return (
    <DeskPage
      title={facts?.name ?? t('About the child')}
      tab={t('About the child')}
      lead={facts ? lead(facts) : null}
      back={{ to: '/caseload', label: t('Children') }}
      places={[]}
    >
      {child.state === 'loading' && <Skeleton lines={4} tall />}
      {child.state === 'problem' && <ProblemNotice problem={child.problem} onRetry={child.again} />}
      {facts && (
        <div class="child">
          <div class="child__main">
            <NotSafe
              called={facts.called}
              since={facts.phone?.not_safe_since ?? null}
              takenBack={facts.phone?.safe_again_since}
            />
            <NextReview child={facts} officer={officer} onChanged={child.again} />
            {officer && <LastReview child={facts} />}
            {officer && <Talks child={facts} />}
            {officer && <Visits child={facts} />}
            {officer && <Sooner child={facts} onChanged={child.again} />}
            {officer && <Disputed childId={facts.id} />}
            {officer && <Readings child={facts} officer />}
            <Circle child={facts} />
            <History child={facts} officer={officer} />
            {!officer && <Readings child={facts} officer={false} />}
          </div>
          <aside class="child__facts" aria-label={t('Facts')}>
            <Facts child={facts} />
            <Band child={facts} onChanged={child.again} />
            {officer && <LostPhone child={facts} onClosed={child.again} />}
            <HandOver child={facts} officer={officer} onDone={child.again} />
          </aside>
        </div>
      )}
    </DeskPage>
  );
}

function Disputed({ childId }: { childId: string }) {
  return (
    <section class="child__part" aria-labelledby="disputed">
      <h2 id="disputed">{t('When the council will not')}</h2>
      <div>
        <LinkButton to={`/children/${childId}/disputes`}>
          {t('Disputes and what was done well')}
        </LinkButton>
      </div>
    </section>
  );
}

function lead(child: ChildFacts): string {
  const age = tn('{n} year old', '{n} years old', child.age);
  return child.name.startsWith(child.called)
    ? age
    : t('Called {called}, {age}', { called: child.called, age });
}

function Facts({ child }: { child: ChildFacts }) {
  const facts: [string, string][] = [
    [t('Case number'), child.case_number],
    [t('Born'), formatDate(child.born_on)],
    [
      t('In care since'),
      child.care_started_on ? formatDate(child.care_started_on) : t('Not known'),
    ],
    [t('Legal status'), legalStatusName(child.legal_status, child.nation)],
    [t('Lives'), livesWhere(child.out_of_area)],
    [t('Language'), languageName(child.language)],
    [t('Rules of'), child.nation === 'wales' ? t('Wales') : t('England')],
    [t('IRO'), child.reviewing_officer?.name ?? t('Nobody')],
    [t('Sign-in name'), child.sign_in_name ?? t('None yet')],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name} class="facts__one">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function livesWhere(outOfArea: boolean | null): string {
  if (outOfArea === null) return t('Not known');
  return outOfArea ? t('Out of the council’s area') : t('In the council’s area');
}
