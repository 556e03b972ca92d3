// The fulfillment board of a location: where its work stands, and picking, packing and shipping it.
// Location, filters and the open card stand in the URL.

import { Button } from '@mantine/core';
import { Suspense, useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import classes from './board.module.css';
import { BoardBar } from './board-bar.tsx';
import { BoardColumns } from './board-columns.tsx';
import { BoardFilters } from './board-filters.tsx';
import { filterOf, keyOf } from './cards.ts';
import { CutOff } from './cut-off.tsx';
import { boardMessages } from './messages.ts';
import { useBoard } from './use-board.ts';
import { type BoardActs, type FloorDialog, useBoardActs } from './use-board-acts.ts';
import { useBoardCards } from './use-board-cards.ts';
import { useBoardLocation } from './use-location.ts';

const WorkDrawer = lazyPart(async () => (await import('./work-drawer.tsx')).WorkDrawer);
const FloorDialogs = lazyPart(async () => (await import('./floor-dialogs.tsx')).FloorDialogs);

export function BoardScreen() {
  const say = useSay(boardMessages);
  const { can } = useSession();
  const { parameters, change } = useUrl();
  const location = useBoardLocation(parameters.get('location'));
  const filter = filterOf(parameters);
  const board = useBoard(location.code, filter);
  const closeWork = (): void => change({ work: null });
  const cards = useBoardCards(location.code, filter, (card) =>
    change({ work: card.fulfillmentOrder }),
  );
  const acts = useBoardActs({ board, cards, location: location.code });
  useBoardCommands(acts);
  if (location.isNone)
    return (
      <Page title={say('title')}>
        <EmptyState title={say('noLocation')}>{say('noLocationHint')}</EmptyState>
      </Page>
    );
  return (
    <Page
      title={say('title')}
      fill
      beside={<CutOff board={board.counts} />}
      actions={
        <Button variant="default" onClick={acts.pickList}>
          {say('pickList')}
        </Button>
      }
    >
      <div className={classes['tools']}>
        <BoardFilters
          location={location}
          parameters={parameters}
          onChange={change}
          hasFilter={Object.keys(filter).length > 0}
        />
        <BoardBar
          chosen={cards.chosen.length}
          isStale={board.isStale || cards.all.some((card) => isTouched(card, board.touched))}
          mayAct={can('fulfillment:write')}
          acts={acts}
          onRefresh={() => void board.refresh()}
          onClear={cards.clear}
        />
      </div>
      {board.error !== null && board.counts === undefined ? (
        <Problem error={board.error} onRetry={() => void board.refresh()} />
      ) : (
        <BoardColumns
          counts={board.counts}
          cards={cards}
          isTouched={(card) => isTouched(card, board.touched)}
          shown={parameters.get('column')}
          onShow={(column) => change({ column })}
        />
      )}
      <Opened work={parameters.get('work')} acts={acts} onClose={closeWork} />
    </Page>
  );
}

function useBoardCommands(acts: BoardActs): void {
  const say = useSay(boardMessages);
  useCommands([
    { id: 'board pick', label: say('pick'), scope: 'fulfillment:write', run: acts.pick, keys: 'p' },
    { id: 'board pack', label: say('pack'), scope: 'fulfillment:write', run: acts.pack, keys: 'b' },
    { id: 'board ship', label: say('ship'), scope: 'fulfillment:write', run: acts.ship, keys: 's' },
    { id: 'board pick list', label: say('pickList'), run: acts.pickList },
    { id: 'board packing slip', label: say('packingSlip'), run: acts.packingSlip },
  ]);
}

interface OpenedProps {
  readonly work: string | null;
  readonly acts: BoardActs;
  readonly onClose: () => void;
}

/** What is open over the board. */
function Opened({ work, acts, onClose }: OpenedProps) {
  const { can } = useSession();
  return (
    <Suspense>
      {work !== null && (
        <WorkDrawer
          work={work}
          mayAct={can('fulfillment:write')}
          onClose={onClose}
          onAct={acts.on}
        />
      )}
      {acts.dialog !== null && (
        <FloorDialogs
          key={nameOf(acts.dialog)}
          dialog={acts.dialog}
          onClose={acts.close}
          onDone={acts.done}
        />
      )}
    </Suspense>
  );
}

function nameOf(dialog: FloorDialog): string {
  return 'cards' in dialog ? dialog.cards.map(keyOf).join() : dialog.card.fulfillmentOrder;
}

function isTouched(
  { fulfillmentOrder, order, column }: { fulfillmentOrder: string; order: string; column: string },
  touched: ReadonlySet<string>,
): boolean {
  return column !== 'shipped' && (touched.has(fulfillmentOrder) || touched.has(order));
}

function useUrl() {
  const [parameters, setParameters] = useSearchParams();
  const change = useCallback(
    (parts: Readonly<Record<string, string | null>>) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(parts))
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return { parameters, change };
}
