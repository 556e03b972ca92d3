// Other tabs of this browser share the cookie: when one signs in, out or goes to another tenant, the
// others would show what is no longer theirs.

/** One for the page: what it tells is heard by every other channel of that name, its own second one too. */
const channel = new BroadcastChannel('doorstep.session');

export function tellOtherTabs(): void {
  channel.postMessage('changed');
}

export function hearOtherTabs(changed: () => Promise<void>): () => void {
  const hear = (): void => void changed();
  channel.addEventListener('message', hear);
  return () => channel.removeEventListener('message', hear);
}
