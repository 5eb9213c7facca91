/** What is still missing, each thing with the way to it; then the signature. */
import { Button, ProblemNotice } from '../ui';
import { t, tn } from '../words';
import { lackingThings } from './names';
import type { PartProps } from './ReviewRecord';

export function Signing({ facts, writing }: PartProps) {
  const fromServer = Object.keys(writing.lacking?.fields ?? {});
  const missing = lackingThings(fromServer.length > 0 ? fromServer : writing.missing, facts);
  return (
    <section class="record__signing" id="signing" aria-labelledby="signing-title" tabIndex={-1}>
      <h2 id="signing-title">{t('Sign')}</h2>
      <p>
        {t(
          'Once you sign, the record never changes: what is known now is kept as it stands. You can still add to it.',
        )}
      </p>
      {missing.length > 0 && (
        <>
          <p>
            <strong>
              {tn(
                '{n} thing is missing before you can sign:',
                '{n} things are missing before you can sign:',
                missing.length,
              )}
            </strong>
          </p>
          <ul class="record__lacking">
            {missing.map(one => (
              <li key={one.key}>
                <a href={one.at}>{one.say}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {writing.lacking && fromServer.length === 0 && <ProblemNotice problem={writing.lacking} />}
      <Button
        kind="main"
        busy={writing.signing}
        disabled={missing.length > 0 || writing.clashes.length > 0}
        onClick={() => void writing.sign()}
      >
        {t('Sign the record')}
      </Button>
    </section>
  );
}
