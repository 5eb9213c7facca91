/** Where I am signed in: each device by a plain made-up name, and the way to close it. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type OwnDevice, phone } from '../api/phone';
import { Button, ProblemNotice, Status, session } from '../ui';
import { dayOf, daysBetween, formatDay, t, todayHere } from '../words';

type Props = { devices: OwnDevice[]; onChanged: () => void };

export function Devices({ devices, onChanged }: Props) {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function close(device: OwnDevice) {
    if (device.is_this) {
      session.peek().signOut();
      return;
    }
    setBusy(device.id);
    setProblem(null);
    try {
      await phone.closeDevice(device.id);
      setSaid(t('Closed. Nobody can use Cadair there now.'));
      onChanged();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(null);
  }

  return (
    <section class="stack" aria-labelledby="devices">
      <h2 id="devices">{t('Where I am signed in')}</h2>
      <ul role="list" class="devices">
        {devices.map(device => (
          <li key={device.id}>
            <p>
              <strong>{nameOf(device)}</strong>
              <br />
              <span class="soft">
                {device.is_this
                  ? t('You use it now.')
                  : t('Used last: {day}.', { day: dayInWords(device.used_at) })}
              </span>
            </p>
            <Button
              busy={busy === device.id}
              onClick={() => void close(device)}
              aria-label={`${device.is_this ? t('Sign out') : t('Close it')}: ${nameOf(device)}`}
            >
              {device.is_this ? t('Sign out') : t('Close it')}
            </Button>
          </li>
        ))}
      </ul>
      <Status>{said}</Status>
      {problem && <ProblemNotice problem={problem} />}
      <p class="soft">{t('Lost a phone? Tell your IRO. They can close it at once.')}</p>
    </section>
  );
}

function nameOf({ kind, added_at }: OwnDevice): string {
  const day = dayInWords(added_at);
  switch (kind) {
    case 'phone':
      return t('Phone, added {day}', { day });
    case 'tablet':
      return t('Tablet, added {day}', { day });
    case 'computer':
      return t('Computer, added {day}', { day });
  }
}

function dayInWords(moment: string): string {
  const day = dayOf(moment);
  return daysBetween(day, todayHere()) === 0 ? t('today') : formatDay(day);
}
