/** Setting up the second step, before anything else can be done. */
import { useState } from 'preact/hooks';
import { api } from '../api';
import { Page, session } from '../ui';
import { t } from '../words';
import { NewApp } from './NewApp';
import { NewPasskeyForm } from './NewPasskeyForm';
import { RecoveryCodes } from './RecoveryCodes';

export function Enrol({ called }: { called: string }) {
  const [codes, setCodes] = useState<string[] | null>(null);
  const comeIn = async () => session.value.signedIn(await api.me());
  const kept = (given: string[] | null) => {
    if (!given) return void comeIn();
    setCodes(given);
    scrollTo(0, 0);
  };

  if (codes) {
    return (
      <Page
        key="codes"
        title={t('Your recovery codes')}
        lead={t('For the day your phone is lost or broken.')}
      >
        <RecoveryCodes codes={codes} onKept={comeIn} />
      </Page>
    );
  }
  return (
    <Page
      title={t('Welcome, {name}', { name: called })}
      lead={t(
        'You will read what children say in confidence. So a password alone is not enough: set up a second step now.',
      )}
    >
      <div class="stack stack--loose">
        <NewPasskeyForm onAdded={kept} />
        <NewApp onAdded={kept} />
      </div>
    </Page>
  );
}
