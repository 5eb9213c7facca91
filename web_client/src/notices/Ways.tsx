/** Choosing the way and the quiet hours; an address is given and confirmed first. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type Channel, type ContactKind, notices, type OwnNotices } from '../api/notices';
import { Button, Choices, Notice, ProblemNotice, Status, TextField } from '../ui';
import { t } from '../words';
import { GiveContact } from './GiveContact';
import { canPush, letPush, pushNoMore } from './push';

type Props = {
  mine: OwnNotices;
  /** Staff may have no quiet hours. */
  mayBeAwakeAlways: boolean;
  onChanged: (mine: OwnNotices) => void;
};

export function Ways({ mine, mayBeAwakeAlways, onChanged }: Props) {
  const [wanted, setWanted] = useState<Channel>(mine.channel);
  const [from, setFrom] = useState(mine.quiet_from ?? '');
  const [until, setUntil] = useState(mine.quiet_until ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [saidNo, setSaidNo] = useState(false);
  const [busy, setBusy] = useState(false);

  async function doing(work: () => Promise<OwnNotices | null>) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    setSaid(null);
    setSaidNo(false);
    try {
      const now = await work();
      if (now) {
        onChanged(now);
        setWanted(now.channel);
        setSaid(t('Saved.'));
      }
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  const save = (channel: Channel) => notices.choose(channel, from || null, until || null);

  async function push(): Promise<OwnNotices | null> {
    const browser = mine.push_key ? await letPush(mine.push_key) : null;
    if (!browser) {
      setSaidNo(true);
      return null;
    }
    await notices.keepPush(browser);
    return save('push');
  }

  function choose(key: string | null) {
    const channel = (key ?? 'none') as Channel;
    setWanted(channel);
    setSaid(null);
    if (channel === 'none' || isThere(mine, channel)) void doing(() => save(channel));
    else if (channel === 'push') void doing(push);
  }

  async function remove(kind: ContactKind) {
    await doing(async () => {
      if (kind === 'push') await pushNoMore();
      await notices.remove[kind]();
      return notices.mine();
    });
  }

  const toGive = wanted === 'email' || wanted === 'text' ? wanted : null;
  return (
    <>
      <section class="stack" aria-labelledby="way">
        <h2 id="way">{t('How should we tell you?')}</h2>
        <Choices
          legend={t('How should we tell you?')}
          legendHidden
          required
          disabled={busy}
          value={wanted}
          onChoose={choose}
          options={[
            { key: 'none', say: t('Not at all'), more: t('I look in here by myself.') },
            ...mine.offers
              .filter(kind => kind !== 'push' || canPush() || isThere(mine, 'push'))
              .map(kind => ({ key: kind, say: wayName(kind), more: hintOf(mine, kind) })),
          ]}
        />
        {saidNo && (
          <Notice tone="care" announced>
            {t('This phone or computer said no. You can pick another way.')}
          </Notice>
        )}
        {isGone(mine) && (
          <Notice tone="care">
            {t('We could not reach your phone any more. Please choose it again.')}
          </Notice>
        )}
        {toGive && !isThere(mine, toGive) && (
          <GiveContact
            key={toGive}
            kind={toGive}
            waits={mine.contacts.some(each => each.kind === toGive && !each.confirmed)}
            onConfirmed={() => doing(() => save(toGive))}
          />
        )}
        {mine.contacts
          .filter(each => each.confirmed && !each.gone)
          .map(each => (
            <Button key={each.kind} kind="quiet" onClick={() => void remove(each.kind)}>
              {removeName(each.kind, each.hint)}
            </Button>
          ))}
      </section>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          void doing(() => save(mine.channel));
        }}
      >
        <h2>{t('Quiet time')}</h2>
        <p>{t('We send nothing in these hours.')}</p>
        <TextField label={t('From')} type="time" value={from} onInput={setFrom} />
        <TextField
          label={t('Until')}
          hint={mayBeAwakeAlways ? t('Leave both empty to have no quiet time.') : null}
          type="time"
          value={until}
          onInput={setUntil}
        />
        <Button type="submit" busy={busy}>
          {t('Save the hours')}
        </Button>
      </form>
      <Status>{said}</Status>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

function isThere(mine: OwnNotices, kind: ContactKind): boolean {
  return mine.contacts.some(each => each.kind === kind && each.confirmed && !each.gone);
}

function isGone(mine: OwnNotices): boolean {
  return mine.contacts.some(each => each.gone) && !isThere(mine, 'push');
}

function hintOf(mine: OwnNotices, kind: ContactKind): string | null {
  return mine.contacts.find(each => each.kind === kind && each.confirmed)?.hint ?? null;
}

function wayName(kind: ContactKind): string {
  switch (kind) {
    case 'email':
      return t('An e-mail');
    case 'text':
      return t('A text message');
    case 'push':
      return t('A note on this phone or computer');
  }
}

function removeName(kind: ContactKind, hint: string | null): string {
  return hint
    ? t('Forget {address}', { address: hint })
    : kind === 'push'
      ? t('Forget this phone or computer')
      : t('Forget it');
}
