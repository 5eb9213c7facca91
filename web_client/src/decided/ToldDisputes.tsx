/** What my IRO does for me when the council does not do what it should: how far it has gone. */
import { type ToldDispute, toldDisputes } from '../api/told_disputes';
import { useKept } from '../drafts';
import { Card } from '../ui';
import { formatDate, t } from '../words';

export function ToldDisputes() {
  const told = useKept('disputes', toldDisputes);
  const disputes = told.value?.disputes ?? [];
  if (disputes.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="disputes">
      <h2 id="disputes">{t('What your IRO is doing for you')}</h2>
      {disputes.map(one => (
        <Card key={one.id} tone="calm">
          <p dir="auto">{one.words}</p>
          <p>
            <strong>{one.resolved_on ? t('This is sorted now.') : whoLooks(one.stage)}</strong>
          </p>
          <p class="soft">
            {one.resolved_on
              ? t('Since {day}', { day: formatDate(one.resolved_on) })
              : t('It began on {day}', { day: formatDate(one.raised_on) })}
          </p>
        </Card>
      ))}
    </section>
  );
}

function whoLooks(stage: ToldDispute['stage']): string {
  switch (stage) {
    case 'informal':
      return t('Your IRO is talking to them about it.');
    case 'team_manager':
      return t('The boss of the team looks at it now.');
    case 'operational_manager':
      return t('A boss above the team looks at it now.');
    case 'assistant_director':
    case 'director':
      return t('One of the top people looks at it now.');
    case 'chief_executive':
      return t('The head of the council looks at it now.');
  }
}
