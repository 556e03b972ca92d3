// What an import did, or would do, as people read it.

import type { ImportAnswer, listImportRows } from '@doorstep/contract/imports.ts';
import type { AnswerOf } from '@doorstep/contract/operation.ts';
import { colors, hint, say, sayTable, status } from '../print.ts';

type SaidRow = AnswerOf<typeof listImportRows>['items'][number];

const WORDS = {
  create: ['created', 'would be created'],
  change: ['changed', 'would be changed'],
  skip: ['there already', 'there already'],
  refuse: ['refused', 'would be refused'],
} as const;

export function sayImport(found: ImportAnswer): void {
  const isDry = found.state === 'ready' || found.state === 'planning';
  say(`${colors.bold(found.fileName)}  ${status(found.state)}  ${colors.dim(found.id)}`);
  if (found.error !== null) {
    const { line, detail, suggestion } = found.error;
    say(colors.red(line === null ? detail : `line ${line}: ${detail}`));
    hint(suggestion);
    return;
  }
  say(`${found.rows.read} rows read, ${found.rows.refused} of them not understood`);
  const outcomes = Object.entries(WORDS).flatMap(([outcome, [done, would]]) =>
    Object.entries(found.documents[outcome as keyof typeof WORDS]).map(
      ([kind, count]) => [count, kind, isDry ? would : done] as const,
    ),
  );
  if (outcomes.length > 0) sayTable(['how many', 'what', ''], outcomes);
  sayFields(found);
  if (isDry) hint(`Apply it: doorstep imports apply ${found.id}`);
}

/** Every field of the source: where it went, or that the raw row keeps it. */
function sayFields({ fields }: ImportAnswer): void {
  const kept = (fields ?? []).filter(({ target }) => target === null);
  if (fields === null || fields.length === 0) return;
  say(`${fields.length - kept.length} of ${fields.length} fields are in the model`);
  if (kept.length > 0)
    say(colors.dim(`kept in the raw rows: ${kept.map(({ field }) => field).join(', ')}`));
}

export function saySaidRows(rows: readonly SaidRow[]): void {
  if (rows.length === 0) return;
  sayTable(
    ['line', 'of', 'says', 'suggestion'],
    rows.flatMap(({ line, document, problems, warnings }) => [
      ...problems.map((one) => [line, document, colors.red(one.detail), one.suggestion]),
      ...warnings.map((one) => [line, document, colors.yellow(one.detail), one.suggestion]),
    ]),
  );
}
