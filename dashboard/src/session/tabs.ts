// Other tabs of this browser share the cookie: when one signs in, out or goes to another tenant, the
// others would show what is no longer theirs.

const CHANNEL = 'doorstep.session';

export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

export function hearOtherTabs(changed: () => Promise<void>): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => void changed());
  return () => channel.close();
}
