// Erases what names a customer where no row says that it is about them.

import type { CommandTx } from '../db/run-command.ts';
import type { Statement } from '../db/statement.ts';
import {
  eraseAnswersNaming,
  eraseBulkActionsNaming,
  eraseExceptionsNaming,
  eraseReceiversAnswers,
  eraseRowsNaming,
  eraseScansNaming,
  eraseTextsNaming,
  eraseTitlesOf,
  eraseViewsNaming,
} from './erasure-words.sql.ts';
import { type PersonalWords, wordsPattern } from './read-personal-words.ts';

/** Where a name alone may stand for somebody else of that name. */
const BY_ADDRESS: readonly Statement[] = [
  eraseRowsNaming,
  eraseExceptionsNaming,
  ...eraseTextsNaming,
];

/** Where losing the words of a namesake costs nothing. */
const BY_NAME: readonly Statement[] = [eraseViewsNaming, eraseBulkActionsNaming, eraseScansNaming];

/** Who and what was erased, as bare UUIDs, and what is told to who repeats a request about it. */
export interface Erased {
  readonly customers: readonly string[];
  readonly orders: readonly string[];
  readonly answer: string;
}

export async function eraseWords(
  tx: CommandTx,
  words: PersonalWords,
  { customers, orders, answer }: Erased,
): Promise<void> {
  const address = wordsPattern(words.addresses);
  const any = wordsPattern([...words.addresses, ...words.names]);
  await Promise.all([
    ...(address === null ? [] : BY_ADDRESS.map((sql) => tx.run(sql, [address]))),
    ...(any === null ? [] : BY_NAME.map((sql) => tx.run(sql, [any]))),
    ...(any === null ? [] : eraseTitlesOf.map((sql) => tx.run(sql, [any, orders]))),
    ...(any === null ? [] : [tx.run(eraseAnswersNaming, [any, answer])]),
    tx.run(eraseReceiversAnswers, [customers, orders, any]),
  ]);
}
