// Receives, adjusts, counts or sends stock away, and takes it back where that is possible: the books keep
// both, as they keep everything.

import type { Doorstep, StockLevel } from '@doorstep/sdk';
import { useMutation } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { inventoryMessages } from './messages.ts';
import { usePutLevels } from './use-stock-grid.ts';

export type StockAct = 'receive' | 'adjust' | 'count' | 'transfer';

export interface TypedStock {
  readonly sku: string;
  readonly location: string;
  readonly to: string;
  readonly units: string;
  readonly why: string;
}

interface Done {
  readonly levels: readonly StockLevel[];
  /** By how many units on hand changed at the location. */
  readonly change: number;
  /** Of what is under way. */
  readonly transfer?: string;
}

export function useStockAct(act: StockAct, onDone: () => void) {
  const say = useSay(inventoryMessages);
  const { api } = useSession();
  const toast = useToast();
  const put = usePutLevels();
  const undo = async (typed: TypedStock, done: Done): Promise<void> => {
    try {
      put(await takeBack(api, typed, done, say('takenBack')));
      toast.done(say('undone'));
    } catch (error) {
      toast.failed(error);
    }
  };
  return useMutation({
    mutationFn: (typed: TypedStock) => ACTS[act](api, typed),
    onSuccess(done, typed) {
      put(done.levels);
      const { sku, location, to } = typed;
      const onHand = done.levels.find((one) => one.location === location)?.onHand ?? 0;
      const message =
        act === 'transfer'
          ? say('sent', { units: Number(typed.units), location: to })
          : say('done', { sku, location, onHand });
      toast.done(message, done.change === 0 ? undefined : () => void undo(typed, done));
      onDone();
    },
    onError: toast.failed,
  });
}

const ACTS: Readonly<Record<StockAct, (api: Doorstep, typed: TypedStock) => Promise<Done>>> = {
  async receive(api, { sku, location, units, why }) {
    const lines = [{ sku, quantity: Number(units) }];
    const { levels } = await api.receiveStock({ location, ...referenceOf(why), lines });
    return { levels, change: Number(units) };
  },
  async adjust(api, { sku, location, units, why }) {
    const lines = [{ sku, quantity: Number(units) }];
    const { levels } = await api.adjustStock({ location, reason: why, lines });
    return { levels, change: Number(units) };
  },
  async count(api, { sku, location, units, why }) {
    const before = await api.listStockLevels({ sku, location });
    const lines = [{ sku, counted: Number(units) }];
    const { levels } = await api.countStock({ location, ...referenceOf(why), lines });
    return { levels, change: Number(units) - (before.items[0]?.onHand ?? 0) };
  },
  async transfer(api, { sku, location, to, units, why }) {
    const lines = [{ sku, quantity: Number(units) }];
    const sent = await api.dispatchTransfer({ from: location, to, ...referenceOf(why), lines });
    return { levels: await levelsAfter(api, sku), change: -Number(units), transfer: sent.id };
  },
};

/** What was done stands, also if it cannot be read: it must not look as if it could be done again. */
async function levelsAfter(api: Doorstep, sku: string): Promise<readonly StockLevel[]> {
  try {
    return (await api.listStockLevels({ sku, limit: 200 })).items;
  } catch {
    return []; // the grid hears of it by the events
  }
}

function referenceOf(why: string): { reference?: string } {
  return why === '' ? {} : { reference: why };
}

/** A transfer is taken back as a whole, anything else adjusted the other way. */
async function takeBack(
  api: Doorstep,
  { sku, location }: TypedStock,
  { change, transfer }: Done,
  reason: string,
): Promise<readonly StockLevel[]> {
  if (transfer !== undefined) await api.cancelTransfer({ transfer });
  else await api.adjustStock({ location, reason, lines: [{ sku, quantity: -change }] });
  return levelsAfter(api, sku);
}
