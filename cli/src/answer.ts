// Asks the server and says the answer: as words, or as the JSON it is.

import type { AnswerOf, Operation, ParamsOf, QueryOf } from '@doorstep/contract/operation.ts';
import { callApi, type Input } from './api.ts';
import { readConnection } from './config.ts';
import type { JsonOption, ListOptions } from './options.ts';
import { readPages } from './pages.ts';
import { hint, say, sayJson } from './print.ts';

export async function answer<O extends Operation>(
  operation: O,
  input: Input<O>,
  { json }: JsonOption,
  human: (answer: AnswerOf<O>) => void,
): Promise<void> {
  const told = await callApi(await readConnection(), operation, input);
  // What is removed answers nothing: then it is what was named, for a program reads JSON always.
  if (json) sayJson(told ?? input.params ?? {});
  else human(told);
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

type ItemOf<O> = AnswerOf<O> extends Page<infer Item> ? Item : never;

/** @param none what to say when there is nothing */
export async function answerList<O extends Operation>(
  operation: O,
  { params, query }: { readonly params?: ParamsOf<O>; readonly query?: object },
  { json, limit }: ListOptions,
  none: string,
  human: (items: readonly ItemOf<O>[]) => void,
): Promise<void> {
  const connection = await readConnection();
  const found = await readPages(limit, async (size, cursor) => {
    const paged = { ...query, limit: size, ...(cursor === undefined ? {} : { cursor }) };
    const input = { ...(params === undefined ? {} : { params }), query: paged as QueryOf<O> };
    return (await callApi(connection, operation, input)) as Page<ItemOf<O>>;
  });
  if (json) return sayJson(found);
  if (found.items.length === 0) return say(none);
  human(found.items);
  if (found.nextCursor !== null) hint(`There are more: --limit ${limit * 2}`);
}
