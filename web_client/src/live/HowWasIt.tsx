/** How was it? Three faces, words, and what I would change. Then the certificate to keep. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Face } from '../api';
import { decided } from '../api/decided';
import { live } from '../api/live';
import { type Going, LANES, sending } from '../drafts/sending';
import {
  Button,
  Chair,
  Choices,
  Faces,
  LinkButton,
  lettersOver,
  Page,
  ProblemNotice,
  type ScreenProps,
  Skeleton,
  Status,
  TextArea,
} from '../ui';
import { useFocusKept } from '../ui/live/focus_kept';
import { NothingHere } from '../ui/NothingHere';
import { SaveFile } from '../ui/SaveFile';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './controls.css?inline';
import { meetingAt, useMeetings } from './held';

wear(css);

const LONGEST = 2000;
const FACES = { happy: 'good', ok: 'ok', sad: 'not_good' } as const;
type Sees = 'officer' | 'me';
const FACE_OF: Record<string, Face> = { good: 'happy', ok: 'ok', not_good: 'sad' };

export function HowWasIt({ me, params }: ScreenProps) {
  const held = useMeetings();
  if (held.state === 'problem') {
    return (
      <Page title={t('How was it?')} back={{ to: '/', label: t('Home') }}>
        <ProblemNotice problem={held.problem} onRetry={held.again} />
      </Page>
    );
  }
  const reviewId = meetingAt(held.value ?? [], params.rest ?? '');
  if (reviewId) return <Say key={reviewId} me={me} reviewId={reviewId} />;
  if (held.asked) return <NothingHere />;
  return (
    <Page title={t('How was it?')} titleHidden>
      <Skeleton lines={3} tall />
    </Page>
  );
}

type SayProps = { me: ScreenProps['me']; reviewId: string };

function Say({ me, reviewId }: SayProps) {
  useFocusKept();
  const lane = useMemo(() => sending.lane(LANES.rating), []);
  const [face, setFace] = useState<Face | null>(null);
  const [words, setWords] = useState('');
  const [change, setChange] = useState('');
  const [sees, setSees] = useState<Sees | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [before, setBefore] = useState(false);
  useEffect(() => {
    // What I said before is not to be lost by saying it again; without internet I just say it.
    live.said(reviewId).then(
      ({ said: mine }) => {
        if (!mine) return;
        setBefore(true);
        setSees(now => now ?? (mine.told ? 'officer' : 'me'));
        setFace(now => now ?? FACE_OF[mine.face ?? ''] ?? null);
        setWords(now => now || (mine.words ?? ''));
        setChange(now => now || (mine.change ?? ''));
      },
      () => {},
    );
  }, [reviewId]);
  const nothing = face === null && words.trim() === '' && change.trim() === '';
  const long = lettersOver(words, LONGEST) > 0 || lettersOver(change, LONGEST) > 0;
  async function say(event: SubmitEvent) {
    event.preventDefault();
    if (nothing || long || !sees) return;
    const id = crypto.randomUUID();
    await sending.add(LANES.rating, id, {
      kind: 'rating',
      review_id: reviewId,
      face: face && FACES[face],
      words: words.trim() || null,
      change: change.trim() || null,
      told: sees === 'officer',
    });
    setSaid(id);
  }
  if (said) {
    const waits = lane.value.waiting.find(one => one.id === said);
    return <Thanks me={me} reviewId={reviewId} waits={waits ?? null} />;
  }
  return (
    <Page
      title={t('How was it?')}
      lead={
        before
          ? t('You said this before. You can change it.')
          : t('Say as much as you like. You can skip it.')
      }
      back={{ to: '/', label: t('Home') }}
    >
      <form class="stack stack--loose" onSubmit={say}>
        <Choices
          legend={t('Who can see it?')}
          required
          options={[
            {
              key: 'officer',
              say: t('My IRO'),
              more: t('They put it in the record of this review.'),
            },
            { key: 'me', say: t('Only me'), more: t('Nobody else can read it.') },
          ]}
          value={sees}
          onChoose={key => setSees(key as Sees)}
        />
        <Faces legend={t('How did your meeting feel?')} value={face} onChoose={setFace} />
        <TextArea
          label={t('In my words')}
          value={words}
          most={LONGEST}
          rows={3}
          onInput={setWords}
        />
        <TextArea
          label={t('What I would change')}
          value={change}
          most={LONGEST}
          rows={3}
          onInput={setChange}
        />
        <Button kind="main" type="submit" wide disabled={nothing || long || !sees}>
          {t('Send it')}
        </Button>
        <LinkButton kind="quiet" to="/">
          {t('Skip this')}
        </LinkButton>
      </form>
    </Page>
  );
}

type ThanksProps = SayProps & { waits: Going | null };

function Thanks({ me, reviewId, waits }: ThanksProps) {
  return (
    <Page title={t('Thank you')} back={{ to: '/', label: t('Home') }}>
      <div class="live-begin">
        <Chair look={me.chair} size={132} lit />
        {waits?.state === 'needs_attention' && waits.problem && (
          <ProblemNotice
            problem={waits.problem}
            onRetry={() => void sending.tryAgain(LANES.rating, waits.id)}
          />
        )}
        <Status>
          {waits ? t('It waits here. It goes when there is internet.') : t('It is sent.')}
        </Status>
        <p>{t('It was your own meeting. You can be proud of it.')}</p>
        <SaveFile kind="main" name="certificate.pdf" get={() => decided.certificate(reviewId)}>
          {t('My certificate')}
        </SaveFile>
        <LinkButton to="/decided">{t('What we decided')}</LinkButton>
        <LinkButton kind="quiet" to="/">
          {t('Home')}
        </LinkButton>
      </div>
    </Page>
  );
}
