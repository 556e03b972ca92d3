// What is done with cards: with those that are chosen, else with the one at hand. One card has a
// dialog with its lines, several have one that says what came of each.

import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useKeys } from '../shell/keys.tsx';
import type { Card, CardName } from './cards.ts';
import { boardMessages } from './messages.ts';
import type { Board } from './use-board.ts';
import type { BoardCards } from './use-board-cards.ts';

export type FloorAct = 'pick' | 'pack' | 'ship';

export type FloorDialog =
  | { readonly act: FloorAct; readonly card: CardName }
  | { readonly act: FloorAct; readonly cards: readonly Card[] };

export interface BoardActs {
  readonly dialog: FloorDialog | null;
  pick(): void;
  pack(): void;
  ship(): void;
  /** With work that is open: its card may not be among those that are loaded. */
  on(act: FloorAct, card: CardName): void;
  close(): void;
  /** Something was done: the board is read anew. */
  done(): void;
  pickList(): void;
  packingSlip(): void;
}

interface BoardActsOptions {
  readonly board: Board;
  readonly cards: BoardCards;
  readonly location: string;
}

export function useBoardActs({ board, cards, location }: BoardActsOptions): BoardActs {
  const say = useSay(boardMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<FloorDialog | null>(null);
  const { chosen, activeCard } = cards;
  const targets = chosen.length > 0 ? chosen : activeCard === undefined ? [] : [activeCard];
  const ask = (next: FloorDialog): void => {
    if (can('fulfillment:write')) setDialog(next);
  };
  const askOfTargets = (act: FloorAct): void => {
    const [card, ...others] = targets;
    if (card !== undefined) ask(others.length > 0 ? { act, cards: targets } : { act, card });
  };
  const print = (document: 'pick-list' | 'packing-slip'): void => {
    // Without a choice the list is of what is still to be picked.
    const toPick = cards.all.filter(
      ({ allocated, column }) => allocated > 0 && column !== 'shipped',
    );
    const all = targets.length > 0 ? targets : document === 'pick-list' ? toPick : [];
    const works = [...new Set(all.map(({ fulfillmentOrder }) => fulfillmentOrder))];
    const parameters = new URLSearchParams({ location, works: works.join(',') });
    void navigate(`/fulfillment/print/${document}?${parameters}`);
  };
  const acts: BoardActs = {
    dialog,
    pick: () => askOfTargets('pick'),
    pack: () => askOfTargets('pack'),
    ship: () => askOfTargets('ship'),
    on: (act, card) => ask({ act, card }),
    close: () => setDialog(null),
    done() {
      cards.clear();
      void board.refresh();
    },
    pickList: () => print('pick-list'),
    packingSlip: () => print('packing-slip'),
  };
  useKeys([
    ...(can('fulfillment:write')
      ? [
          { keys: 'p', does: say('pick'), run: acts.pick },
          { keys: 'b', does: say('pack'), run: acts.pack },
          { keys: 's', does: say('ship'), run: acts.ship },
        ]
      : []),
    { keys: 'Shift+p', does: say('pickList'), run: acts.pickList },
    { keys: 'Shift+s', does: say('packingSlip'), run: acts.packingSlip },
    { keys: 'r', does: say('refresh'), run: () => void board.refresh() },
  ]);
  return acts;
}
