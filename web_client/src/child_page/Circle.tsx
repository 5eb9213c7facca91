/** The people around a child: what each is to them, whether they can sign in yet, and how to invite them. */
import type { ChildFacts, CircleMember } from '../api';
import { Chip } from '../desk/Chip';
import { whoIs } from '../desk/names';
import { type Column, LinkButton, Table } from '../ui';
import { t } from '../words';

type Row = {
  id: string;
  name: string;
  what: string;
  parental: boolean;
  signedIn: boolean;
  isChild: boolean;
  isStaff: boolean;
};

export function Circle({ child }: { child: ChildFacts }) {
  const rows: Row[] = [
    {
      id: child.id,
      name: child.name,
      what: t('Child'),
      parental: false,
      signedIn: child.has_signed_in,
      isChild: true,
      isStaff: false,
    },
    ...child.circle.filter(person => person.job !== 'reviewing_officer').map(rowOf),
  ];
  return (
    <section class="child__part" aria-labelledby="circle">
      <h2 id="circle">{t('The people around {name}', { name: child.called })}</h2>
      <div class="sheet-table">
        <Table
          caption={t('The people around {name}', { name: child.called })}
          captionHidden
          columns={columns(child.id)}
          rows={rows}
          rowKey={row => row.id}
        />
      </div>
      <div>
        <LinkButton to={`/children/${child.id}/circle`}>{t('The circle and its walls')}</LinkButton>
      </div>
    </section>
  );
}

function rowOf(person: CircleMember): Row {
  return {
    id: person.person_id,
    name: person.name,
    what: whoIs(person),
    parental: person.parental_responsibility,
    signedIn: person.has_signed_in,
    isChild: false,
    isStaff: person.job === 'social_worker',
  };
}

function columns(childId: string): Column<Row>[] {
  return [
    { key: 'name', head: t('Name'), names: true, cell: row => row.name },
    {
      key: 'what',
      head: t('Who'),
      cell: row => (
        <span class="circle-row__what">
          {row.what}
          {row.parental && <Chip>{t('Parental responsibility')}</Chip>}
        </span>
      ),
    },
    {
      key: 'in',
      head: t('Signs in'),
      cell: row =>
        row.signedIn ? (
          <Chip tone="good">{t('Yes')}</Chip>
        ) : (
          <Chip tone="none">{t('Not yet')}</Chip>
        ),
    },
    {
      key: 'invite',
      head: t('Invite'),
      // Staff get their first link from the council itself.
      cell: row =>
        !row.isStaff && (
          <LinkButton
            kind="quiet"
            class="circle-row__invite"
            to={`/children/${childId}/cards/${row.id}`}
            aria-label={`${inviting(row)}: ${row.name}`}
          >
            {inviting(row)}
          </LinkButton>
        ),
    },
  ];
}

function inviting({ isChild, signedIn }: Row): string {
  if (signedIn) return isChild ? t('New card') : t('New invitation');
  return isChild ? t('Give a card') : t('Invite');
}
