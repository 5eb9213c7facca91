/** What must not go out: the words, and why. For the desk alone. */
import type { Found } from '../api/releases';
import { icons } from '../ui';
import { t, tn } from '../words';
import { whyStopped } from './guard';
import './findings.css';

export function Findings({ findings }: { findings: Found[] }) {
  return (
    <section class="findings" aria-labelledby="findings">
      <h3 id="findings">
        <icons.Lock />
        {tn('{n} thing must not go out', '{n} things must not go out', findings.length)}
      </h3>
      <ul role="list">
        {findings.map(found => (
          <li key={`${found.line} ${found.start} ${found.why}`}>
            <q>{found.words}</q>
            <p>{whyStopped(found)}</p>
            <p class="soft small">
              {found.line === null
                ? t('In your own words')
                : t('In line {n}', { n: found.line + 1 })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
