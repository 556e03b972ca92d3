// Raises what a person or an integration reports.

import type {
  ExceptionAnswer,
  reportException as operation,
} from '@doorstep/contract/exceptions.ts';
import type { BodyOf } from '@doorstep/contract/operation.ts';
import { type Id, idFromUuid, parseId, uuidOf } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { findSkus } from '../catalog/find-skus.ts';
import { newId } from '../db/ids.ts';
import { type ExceptionSubjects, writeExceptions } from '../db/raise-exceptions.ts';
import type { CommandTx } from '../db/run-command.ts';
import type { Tx } from '../db/transaction.ts';
import { findLocation } from '../locations/find-location.ts';
import { findOrder, isOrder, orderNotFound } from '../orders/find-order.ts';
import { selectKnownParts } from './facts.sql.ts';
import { readException } from './read-exception.ts';

type Body = BodyOf<typeof operation>;

export async function reportException(
  tx: CommandTx,
  input: Body,
): Promise<ExceptionAnswer | Refusal> {
  const about = await subjectsOf(tx, input.about ?? {});
  if (isRefusal(about)) return about;
  // Without a name of its own, a report is about nothing but itself.
  const cause = input.reference ?? newId('exception');
  const [event] = await writeExceptions(tx, tx, [
    {
      how: 'raise',
      exception: {
        type: 'reported',
        cause,
        about,
        data: input.reference === undefined ? {} : { reference: input.reference },
        title: input.title,
        ...(input.severity === undefined ? {} : { severity: input.severity }),
        ...(input.deadline === undefined ? {} : { deadline: new Date(input.deadline) }),
      },
    },
  ]);
  if (event === undefined) throw new Error('a report was not written');
  tx.emit(event);
  return readException(tx, event.subject as Id<'exception'>, tx.now);
}

async function subjectsOf(
  tx: Tx,
  about: NonNullable<Body['about']>,
): Promise<ExceptionSubjects | Refusal> {
  const order = about.order === undefined ? undefined : await findOrder(tx, about.order);
  if (isRefusal(order)) return order;
  if (order !== undefined && !(await isOrder(tx, order))) return orderNotFound(order);
  const skus = about.sku === undefined ? undefined : await findSkus(tx, [about.sku]);
  if (isRefusal(skus)) return skus;
  const sku = skus?.get(about.sku ?? '')?.id;
  const location =
    about.location === undefined ? undefined : await findLocation(tx, about.location);
  if (isRefusal(location)) return location;
  const parts = await partsOf(tx, about);
  if (isRefusal(parts)) return parts;
  return {
    ...parts,
    ...(order === undefined ? {} : { order }),
    ...(sku === undefined ? {} : { sku }),
    ...(location === undefined ? {} : { location: location.id }),
  };
}

const PARTS = ['fulfillmentOrder', 'parcel', 'payment', 'return'] as const;

async function partsOf(
  tx: Tx,
  about: NonNullable<Body['about']>,
): Promise<ExceptionSubjects | Refusal> {
  const named = PARTS.flatMap((kind) => {
    const id = parseId(kind, about[kind] ?? '');
    return id === undefined ? [] : [{ kind, id }];
  });
  if (named.length === 0) return {};
  const uuid = (kind: string) => {
    const part = named.find((one) => one.kind === kind);
    return part === undefined ? null : uuidOf(part.id);
  };
  const known = await tx.rows(selectKnownParts, PARTS.map(uuid));
  const unknown = named.find(({ kind }) => !known.some((one) => one.kind === kind));
  if (unknown !== undefined)
    return refuse('not-found', `There is no ${unknown.id}.`, { [unknown.kind]: unknown.id });
  const order = known.find((part) => part.order_id !== null)?.order_id ?? null;
  return {
    ...Object.fromEntries(named.map(({ kind, id }) => [kind, id])),
    ...(order === null ? {} : { order: idFromUuid('order', order) }),
  };
}
