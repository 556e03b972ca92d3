// An expected "no": typed, with data, never thrown. The codes live in contract/errors.ts;
// core names only those it decides itself.

export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly detail: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export function refuse<Code extends string>(
  code: Code,
  detail: string,
  data?: Readonly<Record<string, unknown>>,
): Refusal<Code> {
  return data === undefined ? { refused: code, detail } : { refused: code, detail, data };
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
}
