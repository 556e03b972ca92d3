// A code of what somebody typed: "Night shift" is `night-shift`.

const LENGTH_MAX = 40;

export function codeOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '');
  // Of a name in other letters nothing is left: the moment will do.
  return words.slice(0, LENGTH_MAX).replace(/-+$/, '') || `own-${Date.now().toString(36)}`;
}
