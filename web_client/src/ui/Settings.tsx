/** The panel where a person makes it look right for them. */
import type { Job } from '../api';
import { t } from '../words';
import { type Appearance, appearance, changeAppearance } from './appearance';
import { Choices } from './Choices';
import { session } from './session';

const STAFF: Job[] = ['social_worker', 'reviewing_officer', 'service_manager', 'administrator'];

export function Settings({ onLeave }: { onLeave: () => void }) {
  const now = appearance.value;
  const { me } = session.value;
  const isStaff = me && STAFF.includes(me.job);
  return (
    <div class="stack stack--loose">
      <Row
        legend={t('Size of words')}
        name="text"
        value={now.text}
        options={{
          normal: t('Usual'),
          large: t('Bigger'),
          larger: t('Big'),
          largest: t('Biggest'),
        }}
      />
      <Row
        legend={t('Light or dark')}
        name="theme"
        value={now.theme}
        options={{ device: t('Like my device'), light: t('Light'), dark: t('Dark') }}
      />
      <Row
        legend={t('Colours')}
        name="contrast"
        value={now.contrast}
        options={{ normal: t('Usual'), strong: t('Strong contrast') }}
      />
      <Row
        legend={t('Letters')}
        name="font"
        value={now.font}
        options={{ normal: t('Usual'), dyslexia: t('Made for dyslexia') }}
      />
      <Row
        legend={t('Space between words')}
        name="spacing"
        value={now.spacing}
        options={{ normal: t('Usual'), wide: t('More space') }}
      />
      <Row
        legend={t('Movement')}
        name="motion"
        value={now.motion}
        options={{ device: t('Like my device'), calm: t('Nothing moves') }}
      />
      {me && (
        <a href="/notices" onClick={onLeave}>
          {t('How I am told')}
        </a>
      )}
      {isStaff && (
        <a href="/signing-in" onClick={onLeave}>
          {t('How I sign in')}
        </a>
      )}
      {me?.job === 'service_manager' && (
        <a href="/staff" onClick={onLeave}>
          {t('Accounts of staff')}
        </a>
      )}
    </div>
  );
}

type RowProps<Name extends keyof Appearance> = {
  legend: string;
  name: Name;
  value: Appearance[Name];
  options: Record<Appearance[Name], string>;
};

function Row<Name extends keyof Appearance>({ legend, name, value, options }: RowProps<Name>) {
  return (
    <Choices
      legend={legend}
      inRow
      required
      value={value}
      options={Object.entries<string>(options).map(([key, say]) => ({ key, say }))}
      onChoose={key => key && changeAppearance({ [name]: key })}
    />
  );
}
