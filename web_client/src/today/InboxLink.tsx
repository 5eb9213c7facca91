/** The way to the inbox, with how many wait there. */
import { useLoaded } from '../api';
import { type Inbox, inboxApi } from '../api/inbox';
import { LinkButton } from '../ui';
import { t, tn } from '../words';

export function InboxLink() {
  const inbox = useLoaded(() => inboxApi.inbox(), []);
  const unsafe = inbox.value?.unsafe.length ?? 0;
  const waiting = inbox.value ? waitingIn(inbox.value) : 0;
  return (
    <LinkButton to="/inbox" kind={unsafe > 0 ? 'stop' : waiting > 0 ? 'main' : 'plain'}>
      {waiting > 0 ? tn('Inbox: {n} waits', 'Inbox: {n} wait', waiting) : t('Inbox')}
    </LinkButton>
  );
}

function waitingIn({ unsafe, requests, threads }: Inbox): number {
  return unsafe.length + requests.length + threads.filter(one => one.since !== null).length;
}
