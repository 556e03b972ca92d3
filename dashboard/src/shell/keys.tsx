// Keys for every screen. A screen names its keys while it is shown:
//
//   useKeys([
//     { keys: 'j', does: say('next'), run: next },
//     { keys: 'g o', does: say('orders'), run: openOrders },
//     { keys: 'mod+k', does: say('palette'), run: open, always: true },
//   ]);
//
// The latest to name a key has it; the frame around the screens has what no screen wants for itself.
// Nothing happens while somebody types, or while a dialog is open, unless the key is `always`. `?`
// shows what there is.

import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { readSetting } from '../language/setting.ts';

export interface KeyBinding {
  /** A key, two after each other (`g o`), or with `mod+` (Ctrl, or Command on a Mac). */
  readonly keys: string;
  /** What it does, for the sheet of keys. */
  readonly does: string;
  readonly run: () => void;
  /** Also while somebody types or a dialog is open. */
  readonly always?: boolean;
}

interface KeyRegistry {
  readonly bindings: () => readonly KeyBinding[];
  readonly subscribe: (tell: () => void) => () => void;
  add(bindings: readonly KeyBinding[], isFrame: boolean): () => void;
}

/** How long the second key may take, as it was pressed: when a busy page comes to it does not count. */
const SEQUENCE_MS = 1000;

const KeyContext = createContext<KeyRegistry | null>(null);

export function KeyProvider({ children }: { readonly children: ReactNode }) {
  const registry = useMemo(newRegistry, []);
  useLayoutEffect(() => listen(registry), [registry]);
  return <KeyContext value={registry}>{children}</KeyContext>;
}

/** @param isFrame of the frame: it is there when a screen is, and named its keys after it */
export function useKeys(bindings: readonly KeyBinding[], isFrame = false): void {
  const registry = useRegistry();
  // The functions change with every render; which keys there are does not. What can be seen can be pressed.
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  const names = bindings.map(({ keys, does, always }) => `${keys}\t${does}\t${always}`).join('\n');
  useLayoutEffect(() => {
    const stable = names
      .split('\n')
      .filter(Boolean)
      .map((line, index) => {
        const [keys = '', does = '', always] = line.split('\t');
        return { keys, does, always: always === 'true', run: () => latest.current[index]?.run() };
      });
    return registry.add(stable, isFrame);
  }, [registry, names, isFrame]);
}

/** All that can be pressed now; of two for one key, the one that has it. */
export function useKeyBindings(): readonly KeyBinding[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.bindings);
}

function useRegistry(): KeyRegistry {
  const registry = useContext(KeyContext);
  if (registry === null) throw new Error('useKeys stands outside of KeyProvider');
  return registry;
}

function newRegistry(): KeyRegistry {
  const groups = new Set<readonly KeyBinding[]>();
  const frames = new Set<readonly KeyBinding[]>();
  const listeners = new Set<() => void>();
  let current: readonly KeyBinding[] = [];
  const change = (): void => {
    const latestFirst = [...[...groups].reverse(), ...[...frames].reverse()].flat();
    current = latestFirst.filter(
      ({ keys }, index) => latestFirst.findIndex((one) => one.keys === keys) === index,
    );
    for (const tell of listeners) tell();
  };
  return {
    bindings: () => current,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    add(bindings, isFrame) {
      const own = isFrame ? frames : groups;
      own.add(bindings);
      change();
      return () => {
        own.delete(bindings);
        change();
      };
    },
  };
}

function listen(registry: KeyRegistry): () => void {
  let before = '';
  let beforeAt = 0;
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = nameOf(event);
    const first = event.timeStamp - beforeAt < SEQUENCE_MS ? before : '';
    const find = (keys: string): KeyBinding | undefined =>
      registry.bindings().find((one) => one.keys === keys && mayRun(one, event));
    const found = (first === '' ? undefined : find(`${first} ${key}`)) ?? find(key);
    before = found === undefined && isSingle(key) && !isTyping(event.target) ? key : '';
    beforeAt = event.timeStamp;
    if (found === undefined) return;
    event.preventDefault();
    found.run();
  };
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return `mod+${key}`;
  // "?" is what it is, wherever it lies on the keyboard; Shift with a letter or a name is another key.
  return event.shiftKey && (/^\p{L}$/u.test(key) || key.length > 1) ? `Shift+${key}` : key;
}

function isSingle(keys: string): boolean {
  return !keys.startsWith('mod+');
}

function mayRun(binding: KeyBinding, event: KeyboardEvent): boolean {
  if (binding.always) return true;
  if (event.altKey || isTyping(event.target) || isInDialog()) return false;
  const isCharacter = isSingle(binding.keys) && !/^(Shift\+)?[A-Z][a-z]+/.test(binding.keys);
  // Who speaks to their computer would otherwise press keys with every word: WCAG 2.1.4.
  if (isCharacter && readSetting('singleKeys') === 'off') return false;
  // A focused button, link or box has these two for itself.
  return !/^(Enter| )$/.test(binding.keys) || !isControl(event.target);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isChoice =
    target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type);
  return (target.matches('input, textarea, select') && !isChoice) || target.isContentEditable;
}

function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, a, summary, input, [role=menuitem]') !== null
  );
}

function isInDialog(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true], dialog[open]') !== null;
}
