// What people call a part of Doorstep that acts on its own.

/** @param actor as `actorText` writes it; undefined where it is a user or a key */
export function systemName(actor: string): string | undefined {
  const [, name] = /^system:(.+)$/.exec(actor) ?? [];
  return name === undefined ? undefined : `Doorstep, ${name.replaceAll('-', ' ')}`;
}
