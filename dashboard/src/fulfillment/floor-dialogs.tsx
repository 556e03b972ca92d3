// The dialog of what is being done: of one card with its lines, of several with what came of each.

import { BulkDialog } from './bulk-dialog.tsx';
import { PackDialog } from './pack-dialog.tsx';
import { PickDialog } from './pick-dialog.tsx';
import { ShipDialog } from './ship-dialog.tsx';
import type { FloorDialog } from './use-board-acts.ts';

export interface FloorDialogsProps {
  readonly dialog: FloorDialog;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function FloorDialogs({ dialog, onClose, onDone }: FloorDialogsProps) {
  const { act } = dialog;
  const shared = { onClose, onDone };
  if ('cards' in dialog) return <BulkDialog act={act} cards={dialog.cards} {...shared} />;
  const { card } = dialog;
  if (act === 'pick') return <PickDialog card={card} {...shared} />;
  if (act === 'pack') return <PackDialog card={card} {...shared} />;
  return <ShipDialog card={card} {...shared} />;
}
