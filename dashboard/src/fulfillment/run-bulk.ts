// Picks, packs or ships many works, each by itself: what one is refused keeps no other from its turn.

import type { Doorstep } from '@doorstep/sdk';
import { problemWords } from '../shell/problem.tsx';
import { type Card, keyOf } from './cards.ts';
import type { FloorAct } from './use-board-acts.ts';

export type Outcome =
  | { readonly state: 'waiting' | 'done' }
  | { readonly state: 'failed'; readonly why: string };

export interface BulkInput {
  readonly carrier: string;
  readonly service: string;
  /** A carrier that is asked for labels; null: none. */
  readonly label: string | null;
}

export interface BulkOptions extends BulkInput {
  readonly api: Doorstep;
  readonly act: FloorAct;
  readonly cards: readonly Card[];
  readonly words: { readonly nothingPacked: string; readonly unreachable: string };
  readonly tell: (key: string, outcome: Outcome) => void;
}

/** At a time: the floor is not the only one who asks this server. */
const TOGETHER = 4;

export async function runBulk(options: BulkOptions): Promise<void> {
  const left = [...options.cards];
  const work = async (): Promise<void> => {
    for (let card = left.shift(); card !== undefined; card = left.shift())
      options.tell(keyOf(card), await outcomeOf(card, options));
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
}

async function outcomeOf(card: Card, options: BulkOptions): Promise<Outcome> {
  try {
    if (options.act === 'pick') await pickAll(card, options);
    else if (options.act === 'pack') await packAll(card, options);
    else if (card.parcels.length === 0)
      return { state: 'failed', why: options.words.nothingPacked };
    else await shipAll(card, options);
    return { state: 'done' };
  } catch (error) {
    return { state: 'failed', why: problemWords(error, options.words.unreachable).detail };
  }
}

async function pickAll({ fulfillmentOrder, seen }: Card, { api }: BulkOptions): Promise<void> {
  await api.recordPicks({ fulfillmentOrder, seen });
}

/** What nobody reported picked is picked with it, so the units are named. */
async function packAll(card: Card, { api, carrier, service }: BulkOptions): Promise<void> {
  const { fulfillmentOrder, seen } = card;
  const { lines } = await api.getFulfillmentOrder({ fulfillmentOrder });
  const open = lines
    .map(({ line, allocated, picked }) => ({ line, quantity: allocated + picked }))
    .filter(({ quantity }) => quantity > 0);
  await api.packParcel({
    fulfillmentOrder,
    seen,
    ...(open.length === 0 ? {} : { lines: open }),
    ...given({ carrier, service }),
  });
}

async function shipAll(card: Card, { api, carrier, service, label }: BulkOptions): Promise<void> {
  for (const { id } of card.parcels) {
    if (label !== null)
      await api.getParcelLabel({ parcel: id, carrier: label, ...given({ service }) });
    await api.shipParcel({
      parcel: id,
      onlyIfPacked: true,
      ...(label === null ? given({ carrier, service }) : {}),
    });
  }
}

function given(texts: Partial<Record<'carrier' | 'service', string>>) {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
}
