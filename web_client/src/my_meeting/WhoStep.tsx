/** Who comes: the circle of chairs. For each person yes, a part, or please no; and who is not in it yet. */
import { useState } from 'preact/hooks';
import { CircleOfChairs, type Seat } from '../ui';
import { chairFor } from '../ui/chair_for';
import { calledOf, wantedName } from '../ui/meeting/names';
import { wantedOf } from '../ui/meeting/plan';
import { wear } from '../ui/wear';
import { t } from '../words';
import { AskFor } from './AskFor';
import { toMe } from './kinds';
import { PersonSheet } from './PersonSheet';
import { StepPage } from './StepPage';
import { Supporter } from './Supporter';
import type { Meeting, StepProps } from './use_meeting';
import css from './WhoStep.css?inline';

wear(css);

export function WhoStep({ meeting }: StepProps) {
  const { plan, facts, me } = meeting;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <StepPage
      step="who"
      lead={t('Say who you want there, and who not. They are never told what you say.')}
      meeting={meeting}
    >
      <CircleOfChairs label={t('Who comes')} seats={seatsOf(meeting)}>
        {seat => {
          if (seat.id === me.id || seat.id === facts.officer?.id) return null;
          const wanted = wantedOf(plan, seat.id)?.wanted ?? null;
          return (
            <button
              type="button"
              class="who-tag"
              data-wanted={wanted ?? undefined}
              aria-haspopup="dialog"
              onClick={() => setOpen(seat.id)}
            >
              {wantedName(wanted)}
              <span class="visually-hidden">: {seat.name}</span>
            </button>
          );
        }}
      </CircleOfChairs>
      <PersonSheet
        meeting={meeting}
        personId={open}
        called={open ? calledOf(open, facts.circle) : ''}
        onClose={() => setOpen(null)}
      />
      <Supporter meeting={meeting} />
      <AskFor meeting={meeting} />
    </StepPage>
  );
}

function seatsOf({ plan, facts, me }: Meeting): Seat[] {
  const { officer } = facts;
  const others = facts.circle.filter(one => one.id !== officer?.id && one.id !== me.id);
  return [
    { id: me.id, name: me.called, chair: me.chair, isMe: true, lit: plan.level > 0 },
    ...(officer
      ? [
          {
            id: officer.id,
            name: officer.called,
            about: t('My IRO'),
            chair: officer.chair ?? chairFor(officer.id),
          },
        ]
      : []),
    ...others.map(one => {
      const wanted = wantedOf(plan, one.id)?.wanted;
      return {
        id: one.id,
        name: one.called,
        about: toMe(one),
        chair: one.chair ?? chairFor(one.id),
        lit: wanted === 'yes' || wanted === 'part',
        away: wanted === 'no',
      };
    }),
  ];
}
