/** Giving somebody their way in: a card for a child, a link for everybody else. */
import { useState } from 'preact/hooks';
import { api, asProblem, type ChildFacts, type IssuedCard, type Problem, useLoaded } from '../api';
import { DeskPage } from '../desk/DeskPage';
import { whoIs } from '../desk/names';
import { Button, Choices, Notice, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { formatMoment, languages, t } from '../words';
import { CardSheet } from './CardSheet';
import { CopyLink } from './CopyLink';
import './cards.css';

type Someone = { id: string; name: string; what: string; isChild: boolean; hasSignedIn: boolean };

export function IssueCard({ me, params }: ScreenProps) {
  const { childId = '', personId = '' } = params;
  const child = useLoaded(() => api.child(childId), [childId]);
  const person = child.value && someone(child.value, personId);
  return (
    <DeskPage
      title={person ? title(person) : t('Invite')}
      tab={t('Invite')}
      back={{ to: `/children/${childId}`, label: t('About the child') }}
      places={[]}
      width="wide"
    >
      {child.state === 'loading' && <Skeleton lines={3} tall />}
      {child.state === 'problem' && <ProblemNotice problem={child.problem} onRetry={child.again} />}
      {child.value && !person && (
        <Notice tone="care">{t('This person is not in the child’s circle any more.')}</Notice>
      )}
      {child.value && person && (
        <Issue
          person={person}
          language={person.isChild ? child.value.language : me.language}
          offered={me.council.languages}
        />
      )}
    </DeskPage>
  );
}

function title(person: Someone): string {
  return person.isChild
    ? t('A card for {name}', { name: person.name })
    : t('An invitation for {name}', { name: person.name });
}

function someone(child: ChildFacts, personId: string): Someone | null {
  if (child.id === personId) {
    return {
      id: child.id,
      name: child.name,
      what: t('Child'),
      isChild: true,
      hasSignedIn: child.has_signed_in,
    };
  }
  const member = child.circle.find(one => one.person_id === personId);
  return member
    ? {
        id: personId,
        name: member.name,
        what: whoIs(member),
        isChild: false,
        hasSignedIn: member.has_signed_in,
      }
    : null;
}

type IssueProps = { person: Someone; language: string; offered: string[] };

function Issue({ person, language, offered }: IssueProps) {
  const [card, setCard] = useState<IssuedCard | null>(null);
  const [spoken, setSpoken] = useState(language);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function issue() {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      setCard(await api.issueCard(person.id, crypto.randomUUID()));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  if (!card) {
    return (
      <div class="issue stack">
        <Before person={person} />
        {problem && <ProblemNotice problem={problem} />}
        <div>
          <Button kind="main" busy={busy} onClick={() => void issue()}>
            {person.isChild ? t('Make the card') : t('Make the invitation')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div class="issued">
      <CardSheet card={card} language={spoken} />
      <div class="issued__beside no-print">
        <p>
          {t(
            'It works once, until {moment}. It is shown only now: print it or pass it on before you leave this page.',
            {
              moment: formatMoment(card.expires_at),
            },
          )}
        </p>
        {offered.length > 1 && (
          <Choices
            legend={t('Language of the card')}
            inRow
            required
            value={spoken}
            onChoose={code => setSpoken(code ?? spoken)}
            options={languages
              .filter(one => offered.includes(one.code))
              .map(one => ({ key: one.code, say: one.name }))}
          />
        )}
        <div class="row">
          <Button kind="main" onClick={() => window.print()}>
            {t('Print the card')}
          </Button>
        </div>
        <p class="soft small">
          {t(
            'It prints on one A6 sheet, or on a corner of A4. Fold it inwards: nothing shows outside.',
          )}
        </p>
        {!person.isChild && <CopyLink link={card.link} />}
      </div>
    </div>
  );
}

function Before({ person }: { person: Someone }) {
  return (
    <>
      <p>
        {person.isChild
          ? t(
              'The card has a square code, four words and a sign-in name. Give it into {name}’s own hand if you can.',
              {
                name: person.name,
              },
            )
          : t(
              '{name} ({what}) gets a link and a card to begin with. Pass it on in a way that only they can read.',
              {
                name: person.name,
                what: person.what,
              },
            )}
      </p>
      {person.hasSignedIn && (
        <Notice tone="care">
          {t(
            '{name} has signed in before. A new card lets them choose a new passphrase, and cards made earlier stop working.',
            {
              name: person.name,
            },
          )}
        </Notice>
      )}
    </>
  );
}
