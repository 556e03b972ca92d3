// doorstep exceptions retry: tries again what all exceptions of a type, or some, are about.

import { retryExceptions } from '@doorstep/contract/exception-groups.ts';
import type { AnswerOf, BodyOf } from '@doorstep/contract/operation.ts';
import type { Command } from 'commander';
import { callApi } from '../api.ts';
import { readConnection } from '../config.ts';
import { type JsonOption, verb } from '../options.ts';
import { colors, say, sayJson, sayTable } from '../print.ts';

type Row = AnswerOf<typeof retryExceptions>['rows'][number];

export function retryExceptionsCommand(exceptions: Command): void {
  verb(exceptions, 'retry <what...>', 'try again: all of a type, or exceptions by id').action(
    async (what: string[], { json }: JsonOption) => {
      const rows = await retryAll(what);
      if (json) return sayJson({ rows });
      if (rows.length === 0) return say('Nothing of that is open.');
      sayTable(
        ['outcome', 'why', 'id'],
        rows.map((row) => [
          row.outcome === 'kept' ? colors.yellow(row.outcome) : colors.green(row.outcome),
          row.reason,
          colors.dim(row.exception),
        ]),
      );
    },
  );
}

async function retryAll(what: readonly string[]): Promise<Row[]> {
  const connection = await readConnection();
  const [first = ''] = what;
  const named: BodyOf<typeof retryExceptions> = first.startsWith('exc_')
    ? { exceptions: [...what] }
    : { type: first as NonNullable<BodyOf<typeof retryExceptions>['type']> };
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const body = { ...named, ...(cursor === null ? {} : { cursor }) };
    const page: AnswerOf<typeof retryExceptions> = await callApi(connection, retryExceptions, {
      body,
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}
