/** What I want for one person: there, there for a part, or please not; and why, which only my officer reads. */
import type { AgendaItem, MeetingPlan, Wanted } from '../api/meeting';
import { Button, Choices, Dialog, icons, ManyChoices, TextArea } from '../ui';
import { itemTitle, officerOf, wantedName } from '../ui/meeting/names';
import { agendaOf, wantedOf, withAgenda, withoutWanted, withWanted } from '../ui/meeting/plan';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './PersonSheet.css?inline';
import type { Meeting } from './use_meeting';

wear(css);

const LONGEST_REASON = 2000;
type Props = { meeting: Meeting; personId: string | null; called: string; onClose: () => void };

export function PersonSheet({ meeting, personId, called, onClose }: Props) {
  return (
    <Dialog title={called} open={personId !== null} onClose={onClose}>
      {personId && <OfPerson meeting={meeting} personId={personId} called={called} />}
      <Button kind="main" wide onClick={onClose}>
        {t('Done')}
      </Button>
    </Dialog>
  );
}

function OfPerson({ meeting, personId, called }: Omit<Props, 'onClose'> & { personId: string }) {
  const { plan, facts, change } = meeting;
  const said = wantedOf(plan, personId);
  const set = (more: Parameters<typeof withWanted>[2]) =>
    change(now => withWanted(now, personId, more));
  return (
    <div class="person-sheet">
      <Choices
        legend={t('Do you want {name} to be there?', { name: called })}
        options={(['yes', 'part', 'no'] as const).map(key => ({ key, say: wantedName(key) }))}
        value={said?.wanted ?? null}
        onChoose={key =>
          key ? set({ wanted: key as Wanted }) : change(now => withoutWanted(now, personId))
        }
      />
      {said?.wanted === 'part' && (
        <ManyChoices
          legend={t('Which parts is {name} there for?', { name: called })}
          hint={t('You can leave this open.')}
          options={agendaOf(plan, facts).map(item => ({
            key: item.id,
            say: itemTitle(item, facts),
          }))}
          values={said.items ?? []}
          onChoose={items => change(now => withParts(now, agendaOf(now, facts), personId, items))}
        />
      )}
      {said && said.wanted !== 'yes' && (
        <>
          <TextArea
            label={t('Do you want to say why?')}
            hint={t('You can leave this empty.')}
            value={said.reason ?? ''}
            most={LONGEST_REASON}
            onInput={words => set({ reason: words || null })}
          />
          <p class="person-sheet__safe">
            <icons.Lock />
            {t('Only {officer} reads this. {name} never does.', {
              officer: officerOf(facts),
              name: called,
            })}
          </p>
        </>
      )}
    </div>
  );
}

/** Parts of the list can only be chosen from a list that is mine. */
function withParts(
  plan: MeetingPlan,
  agenda: AgendaItem[],
  personId: string,
  items: string[],
): MeetingPlan {
  const chosen = items.length > 0 ? items : null;
  return withWanted(withAgenda(plan, agenda), personId, { items: chosen });
}
