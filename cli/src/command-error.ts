// What ends a command without success: what, field by field where it helps, and what to do.

interface Facts {
  readonly what: string;
  readonly remedy: string;
  /** What is wrong where, field by field. */
  readonly fields?: readonly string[];
  /** 1 refused or failed, 2 wrong usage, 3 unreachable. */
  readonly exitCode: 1 | 2 | 3;
  /** What the API answered, for --json. */
  readonly problem?: unknown;
}

export class CommandError extends Error {
  readonly facts: Facts;

  constructor(facts: Facts) {
    super(facts.what);
    this.facts = facts;
  }
}
