// What can be done now, for the palette. A screen names its actions while it is shown:
//
//   useCommands([
//     { id: 'hold', label: say('hold'), scope: 'orders:write', run: openHold, keys: 'h' },
//   ]);
//
// An action whose scope the user lacks is left out. `keys` only shows the keys; useKeys binds them.

import type { Scope } from '@doorstep/core/access/scope.ts';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useSession } from '../session/session.tsx';

export interface Command {
  readonly id: string;
  readonly label: string;
  /** What it belongs to, where the label alone does not say it. */
  readonly group?: string;
  readonly scope?: Scope;
  readonly keys?: string;
  readonly run: () => void;
}

interface CommandRegistry {
  readonly commands: () => readonly Command[];
  readonly subscribe: (tell: () => void) => () => void;
  add(commands: readonly Command[]): () => void;
}

const CommandContext = createContext<CommandRegistry | null>(null);

export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const registry = useMemo(newRegistry, []);
  return <CommandContext value={registry}>{children}</CommandContext>;
}

export function useCommands(commands: readonly Command[]): void {
  const registry = useRegistry();
  const { can } = useSession();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const allowed = commands.filter(({ scope }) => scope === undefined || can(scope));
  // The functions change with every render; what there is to do does not.
  const facts = JSON.stringify(allowed.map(({ run: _, ...rest }) => rest));
  useEffect(() => {
    const rest = JSON.parse(facts) as readonly Omit<Command, 'run'>[];
    return registry.add(
      rest.map((one) => ({
        ...one,
        run: () => latest.current.find(({ id }) => id === one.id)?.run(),
      })),
    );
  }, [registry, facts]);
}

/** Those of the screen first, then those of the shell. */
export function useAllCommands(): readonly Command[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.commands);
}

function useRegistry(): CommandRegistry {
  const registry = useContext(CommandContext);
  if (registry === null) throw new Error('useCommands stands outside of CommandProvider');
  return registry;
}

function newRegistry(): CommandRegistry {
  const groups = new Set<readonly Command[]>();
  const listeners = new Set<() => void>();
  let current: readonly Command[] = [];
  const change = (): void => {
    current = [...groups].reverse().flat();
    for (const tell of listeners) tell();
  };
  return {
    commands: () => current,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    add(commands) {
      groups.add(commands);
      change();
      return () => {
        groups.delete(commands);
        change();
      };
    },
  };
}
