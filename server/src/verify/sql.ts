// The invariants, each as the rows that break it: none is right. They run in one snapshot, so a
// live system is judged at one moment.

import { type Statement, statement } from '../db/statement.ts';

export interface Violation {
  /** Names the row. */
  readonly subject: string;
  readonly found: string;
  readonly expected: string;
}

export interface Invariant {
  /** A sentence that is true. */
  readonly name: string;
  readonly violations: Statement<Violation>;
}

/** Violations named one by one; more than that is one broken thing many times over. */
export const VIOLATIONS_MAX = 20;

export function invariant(key: string, name: string, sql: string): Invariant {
  return {
    name,
    violations: statement<Violation>(
      `verify.${key}`,
      `select subject::text, found::text, expected::text from (${sql}) as broken
       limit ${VIOLATIONS_MAX}`,
    ),
  };
}

/** The tenant's rows of a table, for the statements below. */
export const OWN = 'tenant_id = (select current_tenant())';

// Every invariant compares whole tables: a nested loop, which the planner likes when it guesses too
// few rows, would take the square of them.
export const setWork = statement(
  'verify.setWork',
  `select set_config('work_mem', '256MB', true), set_config('enable_nestloop', 'off', true)`,
);
export const unlimit = statement('verify.unlimit', 'set local statement_timeout = 0');
