// Creates or changes many SKUs by their codes; a refused row does not stop the others.

import type { SkuRowOutcome } from '@doorstep/contract/catalog.ts';
import {
  type DecidedSku,
  decideSku,
  type FindSku,
  type SkuWish,
} from '@doorstep/core/catalog/sku.ts';
import type { SkuId } from '@doorstep/core/ids.ts';
import { isRefusal, type Refusal, refuse } from '@doorstep/core/refusal.ts';
import { newId } from '../db/ids.ts';
import { type CommandTx, LostRace } from '../db/run-command.ts';
import { type LockedSkus, lockedSku, lockReferencedSkus } from './lock-referenced-skus.ts';
import { type BarcodeOwners, readBarcodeOwners } from './read-barcode-owners.ts';
import { type SkuToWrite, writeSkus } from './write-skus.ts';

export type SkuRow = SkuWish & { readonly code: string };

/** The outcome of each row, in order. */
export async function upsertSkus(
  tx: CommandTx,
  rows: readonly SkuRow[],
): Promise<{ items: SkuRowOutcome[] }> {
  const parts = rows.flatMap((row) => row.components ?? []).map((part) => part.sku);
  const skus = await lockReferencedSkus(tx, [...rows.map((row) => row.code), ...parts]);
  const decisions = decideRows(rows, skus, await readBarcodeOwners(tx, rows));
  const changes = decisions.filter((one): one is Accepted => 'decided' in one);
  const versions = await writeSkus(
    tx,
    changes.filter((sku) => sku.isNew || sku.decided.changed.length > 0),
  );
  // Somebody made one of the new codes in between: all is decided again with that in view.
  if (versions === null) throw new LostRace('a code of a new SKU was taken meanwhile');
  return {
    items: decisions.map((decision) =>
      'refused' in decision
        ? refusedRow(decision.code, decision.refused)
        : writtenRow(decision, versions.get(decision.id) ?? decision.version),
    ),
  };
}

interface Accepted extends SkuToWrite {
  /** Before the change. */
  readonly version: number;
}

interface Rejected {
  readonly code: string;
  readonly refused: Refusal;
}

/** Kits are decided after all else, so that they may name components of the same request. */
function decideRows(
  rows: readonly SkuRow[],
  skus: LockedSkus,
  barcodes: BarcodeOwners,
): (Accepted | Rejected)[] {
  const accepted = new Map<string, Accepted>();
  const partsTaken = new Set<SkuId>();
  const find: FindSku = (reference) => {
    const row = accepted.get(reference) ?? accepted.get(lockedSku(skus, reference)?.code ?? '');
    return row === undefined
      ? lockedSku(skus, reference)
      : { id: row.id, components: row.decided.components };
  };
  const decisions = new Map<SkuRow, Accepted | Rejected>();
  const seen = new Set<string>();
  const kits = rows.filter(isKit);
  for (const row of [...rows.filter((one) => !isKit(one)), ...kits]) {
    const { code, ...wish } = row;
    const known = skus.byCode.get(code);
    const before =
      known === undefined
        ? null
        : { ...known, isComponent: known.isComponent || partsTaken.has(known.id) };
    const decided = seen.has(code) ? namedTwice(code) : decideSku(wish, before, find);
    seen.add(code);
    if (isRefusal(decided)) {
      decisions.set(row, { code, refused: decided });
      continue;
    }
    const { id = newId('sku'), version = 1 } = known ?? {};
    const owned = barcodes.refuseTaken(decided, id);
    if (owned !== undefined) {
      decisions.set(row, { code, refused: owned });
      continue;
    }
    barcodes.give(decided, id, code);
    const sku = { id, code, isNew: known === undefined, decided, version };
    accepted.set(code, sku);
    for (const part of decided.components) partsTaken.add(part.sku);
    decisions.set(row, sku);
  }
  return rows.flatMap((row) => decisions.get(row) ?? []);
}

function isKit(row: SkuRow): boolean {
  return row.components !== undefined && row.components.length > 0;
}

function namedTwice(code: string): DecidedSku | Refusal {
  return refuse('already-exists', `An earlier row has the code ${code}.`, { field: 'code' });
}

function refusedRow(code: string, { refused, detail, data }: Refusal): SkuRowOutcome {
  const refusal = data === undefined ? { code: refused, detail } : { code: refused, detail, data };
  return { code, outcome: 'refused', id: null, version: null, refusal };
}

function writtenRow({ code, id, isNew, decided }: Accepted, version: number): SkuRowOutcome {
  const changed = decided.changed.length > 0 ? 'changed' : 'unchanged';
  return { code, outcome: isNew ? 'created' : changed, id, version, refusal: null };
}
