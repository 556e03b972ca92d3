// Who did it. Every event carries one.

export type Actor =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'api-key'; readonly id: string }
  | { readonly kind: 'system'; readonly id: string };

/** The part of Doorstep that acts on its own, e.g. `system:lapse-reservations`. */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: name };
}

/** One text for storage and for people: `user:usr_…`, `api-key:key_…`, `system:lapse-holds`. */
export function actorText(actor: Actor): string {
  return `${actor.kind}:${actor.id}`;
}

/** Reads what actorText() wrote. */
export function parseActor(text: string): Actor {
  const at = text.indexOf(':');
  const [kind, id] = [text.slice(0, at), text.slice(at + 1)];
  return { kind: kind === 'user' || kind === 'api-key' ? kind : 'system', id };
}
