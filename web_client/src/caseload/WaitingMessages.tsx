/** How many messages wait for each officer, and for how long: a count and an age, and nothing of what they say. */
import { useLoaded } from '../api';
import { inboxApi, type WaitingOfficer } from '../api/inbox';
import { Chip } from '../desk/Chip';
import { type Column, Table } from '../ui';
import { t, tn } from '../words';

export function WaitingMessages() {
  const loaded = useLoaded(() => inboxApi.waiting(), []);
  const officers = (loaded.value?.officers ?? []).filter(one => one.threads > 0);
  if (officers.length === 0) return null;
  return (
    <section class="child__part" aria-labelledby="waiting-messages">
      <h2 id="waiting-messages">{t('Messages that wait')}</h2>
      <div class="sheet-table">
        <Table
          caption={t('Messages that wait, by IRO')}
          captionHidden
          columns={columns()}
          rows={officers}
          rowKey={row => row.officer?.id ?? 'nobody'}
        />
      </div>
    </section>
  );
}

function columns(): Column<WaitingOfficer>[] {
  return [
    {
      key: 'officer',
      head: t('IRO'),
      names: true,
      cell: row => row.officer?.name ?? t('Nobody'),
    },
    { key: 'threads', head: t('Conversations'), cell: row => row.threads },
    {
      key: 'oldest',
      head: t('Oldest'),
      cell: ({ oldest_working_days: days }) => (
        <Chip tone={days > 3 ? 'late' : 'plain'}>
          {tn('{n} working day', '{n} working days', days)}
        </Chip>
      ),
    },
  ];
}
