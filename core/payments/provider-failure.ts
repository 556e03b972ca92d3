// Why a provider gave no answer that counts. Thrown by connectors, in words that hold no secret: what
// became of the call is unknown, and is looked up before it is made again.

export const FAILURE_KINDS = [
  'not-connected',
  'credentials',
  'rate-limited',
  'timeout',
  'unreachable',
  'unexpected',
] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

export class ProviderFailure extends Error {
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

export function failureKind(error: unknown): FailureKind {
  return error instanceof ProviderFailure ? error.kind : 'unexpected';
}
