/** The one page: sections to open in any order, saved as they are written. */
import { useEffect, useState } from 'preact/hooks';
import { draftId, drafts, whereItIs } from '../drafts';
import { Chair, LinkButton, Notice, Page, ProblemNotice, Status, safetyException } from '../ui';
import { t } from '../words';
import { FormSection } from './FormSection';
import { firstEmpty, type Group, type Section, sectionsOf } from './sections';
import type { StepProps } from './step_props';
import './Writing.css';

const GROUPS: Group[] = ['about', 'taking_part', 'private'];

export function Writing({ review, draft, shared, set, place, title, me }: StepProps) {
  const { answers } = draft.content;
  const sections = sectionsOf(set, answers);
  const [open, setOpen] = useState(() => asked() ?? firstEmpty(sections));
  const child = review.child.called;
  useEffect(() => {
    const wanted = asked();
    if (wanted) goTo(wanted);
  }, []);
  function next(after: Section) {
    const key = sections[sections.indexOf(after) + 1]?.topic.key ?? null;
    setOpen(key);
    if (key) requestAnimationFrame(() => goTo(key));
  }
  const anything = sections.some(section => section.said);
  return (
    <Page
      title={title}
      back={{ to: '/', label: me.job === 'reviewing_officer' ? t('Today') : t('Home') }}
    >
      <Opening child={child} observation={place.observation} chair={review.child.chair} />
      {shared && (
        <Notice>
          <p>{t('You are changing what you sent. The old one stands until you send again.')}</p>
          <a href={`${place.base}/sent`}>{t('Read what I sent')}</a>
        </Notice>
      )}
      {draft.problem && (
        <ProblemNotice
          problem={draft.problem}
          onRetry={() => void drafts.tryAgain(draftId(review))}
        />
      )}
      {GROUPS.map(group => {
        const inGroup = sections.filter(section => section.group === group);
        return (
          inGroup.length > 0 && (
            <div key={group} class="writing__group">
              <h2>{groupName(group, child)}</h2>
              {inGroup.map(section => (
                <FormSection
                  key={section.topic.key}
                  review={review}
                  section={section}
                  content={draft.content}
                  open={open === section.topic.key}
                  onOpen={opened => setOpen(opened ? section.topic.key : null)}
                  onNext={sections.at(-1) === section ? null : () => next(section)}
                />
              ))}
            </div>
          )
        );
      })}
      {anything ? (
        <div class="form-bar">
          <Status>{whereItIs(draft.state, draft.delayed)}</Status>
          <LinkButton kind="main" to={`${place.base}/look`}>
            {t('Check and send')}
          </LinkButton>
        </div>
      ) : (
        <p class="soft">{t('Write something in any part. Then you can check it and send it.')}</p>
      )}
    </Page>
  );
}

type OpeningProps = {
  child: string;
  observation: boolean;
  chair: StepProps['review']['child']['chair'];
};

function Opening({ child, observation, chair }: OpeningProps) {
  return (
    <div class="writing__opening">
      <Chair look={chair} size={80} />
      <div class="stack stack--tight">
        {observation ? (
          <>
            <p class="writing__lead">
              {t('Watch, listen, and write down what you see. You write it about {child}.', {
                child,
              })}
            </p>
            <p>{t('It is marked as yours: what you saw, not {child}’s own words.', { child })}</p>
          </>
        ) : (
          <p class="writing__lead">
            {t('About 5 minutes. Skip what is not for you. It saves as you write.')}
          </p>
        )}
        <p class="soft">
          {t('Each part says who will see it.')} {safetyException('adult')}
        </p>
      </div>
    </div>
  );
}

function groupName(group: Group, child: string): string {
  switch (group) {
    case 'about':
      return t('About {child}', { child });
    case 'taking_part':
      return t('You and the review');
    case 'private':
      return t('In private');
  }
}

/** The section that the address asks for. */
function asked(): string | null {
  return location.hash.replace(/^#/, '') || null;
}

function goTo(key: string): void {
  const head = document.getElementById(`section-${key}`);
  head?.focus({ preventScroll: true });
  head?.scrollIntoView({ block: 'start' });
}
