/** The frame of every page: the same header, the same two ways out, one heading. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words';
import { HelpNow } from './HelpNow';
import { Back } from './icons';
import { LanguageSwitch } from './LanguageSwitch';
import { PageFoot } from './PageFoot';
import { place } from './router';
import { session } from './session';
import { WaysOut } from './WaysOut';
import './Page.css';

type Props = {
  title: string;
  /** One sentence under the title; null while it is not known yet, so that its place is kept. */
  lead?: string | null;
  /** The way back, on every page but the first. */
  back?: { to: string; label?: string };
  /** What the browser's tab says, for desk pages only and never with a name. Child pages keep "Cadair". */
  tab?: string;
  width?: 'reading' | 'wide' | 'full';
  /** Beside the title on a desk, under it on a phone. */
  actions?: ComponentChildren;
  /** Over the title: a picture, progress. */
  above?: ComponentChildren;
  titleHidden?: boolean;
  children: ComponentChildren;
};

/** Whether anybody has done anything since the app was opened. */
let used = false;
for (const deed of ['keydown', 'pointerdown', 'click']) {
  addEventListener(deed, () => (used = true), { capture: true, once: true });
}

export function Page({
  title,
  lead,
  back,
  tab,
  width = 'reading',
  actions,
  above,
  titleHidden,
  children,
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = tab ? `${tab} – Cadair` : 'Cadair';
  }, [tab]);
  // Whoever came here from another page starts at the heading; a fresh visit starts at the top.
  useLayoutEffect(() => {
    if (used) heading.current?.focus({ preventScroll: true });
  }, [place.value]);
  return (
    <div class={`page page--${width}`}>
      <a class="page__skip" href="#main">
        {t('Skip to the page')}
      </a>
      <header class="page__bar no-print">
        <WaysOut />
        <HelpNow />
      </header>
      <main id="main" class="page__main" tabIndex={-1}>
        {(back || !session.value.me) && (
          <div class="page__top no-print">
            {back && (
              <a class="page__back" href={back.to}>
                <Back />
                {back.label ?? t('Back')}
              </a>
            )}
            {!session.value.me && (
              <div class="page__languages">
                <LanguageSwitch />
              </div>
            )}
          </div>
        )}
        {above}
        <div class={titleHidden ? 'visually-hidden' : 'page__head'}>
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {lead === null && (
              <p class="page__lead" aria-hidden="true">
                {'\u00a0'}
              </p>
            )}
            {lead && <p class="page__lead">{lead}</p>}
          </div>
          {actions && <div class="row no-print">{actions}</div>}
        </div>
        {children}
      </main>
      <PageFoot />
    </div>
  );
}
