// Stock of every SKU at every location: what is there, who has it, and changing it.

import { Button } from '@mantine/core';
import { Suspense, useCallback, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { EmptyState } from '../shell/empty-state.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { GridTools } from './grid-tools.tsx';
import { inventoryMessages } from './messages.ts';
import { type LaidBlock, layBlock, readBlock } from './paste-block.ts';
import { StockGrid } from './stock-grid.tsx';
import { type GridRow, isNumberName } from './stock-numbers.ts';
import { useEnterStock } from './use-enter-stock.ts';
import type { Cell } from './use-grid-keys.ts';
import type { StockAct } from './use-stock-act.ts';
import { useGridPages, useLiveLevels, useLocationCodes } from './use-stock-grid.ts';

const LevelDrawer = lazyPart(async () => (await import('./level-drawer.tsx')).LevelDrawer);
const StockDialog = lazyPart(async () => (await import('./stock-dialog.tsx')).StockDialog);
const PasteDialog = lazyPart(async () => (await import('./paste-dialog.tsx')).PasteDialog);

const ACTS: readonly StockAct[] = ['receive', 'adjust', 'count', 'transfer'];

export function InventoryScreen() {
  const say = useSay(inventoryMessages);
  const { can } = useSession();
  const { parameters, change } = useParameters();
  const [act, setAct] = useState<StockAct | null>(null);
  const [block, setBlock] = useState<LaidBlock | null>(null);
  const shown = parameters.get('show');
  const lowAt = parameters.get('low');
  const pages = useGridPages({
    search: parameters.get('search'),
    lowAt: lowAt === null ? null : Number(lowAt),
  });
  const locations = useLocationCodes();
  const sight = useSight();
  const edits = useEdits(pages.rows, locations ?? [], setBlock);
  useCommands(
    ACTS.map((one) => ({
      id: `stock ${one}`,
      label: say(one),
      scope: 'stock:write' as const,
      run: () => setAct(one),
    })),
  );
  const isEmpty = !pages.isLoading && pages.rows.length === 0;
  return (
    <Page
      title={say('title')}
      fill
      actions={
        can('stock:write') && (
          <Button variant="default" onClick={() => setAct('receive')}>
            {say('receive')}
          </Button>
        )
      }
    >
      <GridTools parameters={parameters} change={change} />
      {pages.error !== null && pages.rows.length === 0 ? (
        <Problem error={pages.error} onRetry={pages.reload} />
      ) : isEmpty ? (
        <NothingHere
          isFiltered={parameters.has('search') || lowAt !== null}
          clear={() => change({ search: null, low: null })}
        />
      ) : (
        <StockGrid
          pages={pages}
          locations={locations ?? []}
          number={isNumberName(shown) ? shown : 'available'}
          mayEdit={can('stock:write')}
          onOpen={(row, at) => change({ sku: row.sku, location: at })}
          onPaste={edits.paste}
          onSet={edits.set}
          onSight={sight}
        />
      )}
      <Opened
        {...{ parameters, change, act, setAct, block, setBlock }}
        locations={locations ?? []}
      />
    </Page>
  );
}

interface OpenedProps {
  readonly parameters: URLSearchParams;
  readonly change: (parts: Readonly<Record<string, string | null>>) => void;
  readonly locations: readonly string[];
  readonly act: StockAct | null;
  readonly setAct: (act: StockAct | null) => void;
  readonly block: LaidBlock | null;
  readonly setBlock: (block: LaidBlock | null) => void;
}

/** What is open over the grid. */
function Opened({ parameters, change, locations, act, setAct, block, setBlock }: OpenedProps) {
  const sku = parameters.get('sku');
  const location = parameters.get('location');
  return (
    <Suspense>
      {sku !== null && act === null && (
        <LevelDrawer
          sku={sku}
          location={location}
          onClose={() => change({ sku: null, location: null })}
          onAct={setAct}
          onLocation={(at) => change({ location: at })}
        />
      )}
      {act !== null && (
        <StockDialog
          act={act}
          sku={sku ?? ''}
          location={location ?? ''}
          locations={locations}
          onClose={() => setAct(null)}
        />
      )}
      {block !== null && <PasteDialog block={block} onClose={() => setBlock(null)} />}
    </Suspense>
  );
}

function NothingHere(props: { readonly isFiltered: boolean; readonly clear: () => void }) {
  const say = useSay(inventoryMessages);
  return props.isFiltered ? (
    <EmptyState
      title={say('noneFound')}
      actions={
        <Button variant="default" onClick={props.clear}>
          {say('clear')}
        </Button>
      }
    >
      {say('noneFoundHint')}
    </EmptyState>
  ) : (
    <EmptyState title={say('none')}>{say('noneHint')}</EmptyState>
  );
}

/** What is filtered, shown and open stands in the URL. */
function useParameters() {
  const [parameters, setParameters] = useSearchParams();
  const change = useCallback(
    (parts: Readonly<Record<string, string | null>>) =>
      setParameters((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(parts))
          if (value === null) next.delete(name);
          else next.set(name, value);
        return next;
      }),
    [setParameters],
  );
  return { parameters, change };
}

/** Remembers which rows are in sight, and reads anew what moves among them. */
function useSight(): (rows: readonly GridRow[]) => void {
  const inSight = useRef<readonly GridRow[]>([]);
  const lookSoon = useLiveLevels(inSight);
  return useCallback(
    (rows) => {
      inSight.current = rows;
      lookSoon();
    },
    [lookSoon],
  );
}

function useEdits(
  rows: readonly GridRow[],
  locations: readonly string[],
  showBlock: (block: LaidBlock) => void,
) {
  const say = useSay(inventoryMessages);
  const toast = useToast();
  const enter = useEnterStock();
  return {
    paste(text: string, { row, column }: Cell): void {
      if (column === 0) toast.done(say('pickLocation'));
      else showBlock(layBlock(readBlock(text), rows, locations, { row, column: column - 1 }));
    },
    set({ sku, levels }: GridRow, location: string, onHand: number): void {
      const seenOnHand = levels.find((level) => level.location === location)?.onHand ?? 0;
      if (seenOnHand === onHand) return;
      enter([{ sku, location, seenOnHand, onHand }], say('stocktaking')).catch(toast.failed);
    },
  };
}
