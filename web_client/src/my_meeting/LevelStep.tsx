/** How much I lead: six levels, each one sentence and one picture, changeable at any moment. */
import { LEVELS, type Level } from '../api/meeting';
import { Choices, Notice } from '../ui';
import { chairFor } from '../ui/chair_for';
import { LevelPicture } from '../ui/meeting/LevelPicture';
import { levelMeans, levelName } from '../ui/meeting/levels';
import { officerOf } from '../ui/meeting/names';
import { withLevel } from '../ui/meeting/plan';
import { t } from '../words';
import { StepPage } from './StepPage';
import type { StepProps } from './use_meeting';

export function LevelStep({ meeting }: StepProps) {
  const { plan, facts, me, change } = meeting;
  const officer = officerOf(facts);
  const officers = facts.officer ? (facts.officer.chair ?? chairFor(facts.officer.id)) : null;
  return (
    <StepPage
      step="level"
      lead={t('It is your meeting. You can change this at any time, even while we meet.')}
      meeting={meeting}
    >
      <Choices
        legend={t('How much do you want to lead?')}
        legendHidden
        required
        options={LEVELS.map(level => ({
          key: String(level),
          say: levelName(level),
          more: levelMeans(level, officer),
          picture: <LevelPicture level={level} mine={me.chair} officers={officers} />,
        }))}
        value={String(plan.level)}
        onChoose={key => key && change(now => withLevel(now, Number(key) as Level))}
      />
      <Notice title={t('What the law says')}>
        <p>
          {t('{name} must make sure your review is done well. That stays so when you lead.', {
            name: officer,
          })}
        </p>
      </Notice>
    </StepPage>
  );
}
