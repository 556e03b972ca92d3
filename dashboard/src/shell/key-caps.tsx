// Keys as they stand on the keyboard.

import classes from './key-sheet.module.css';

export function Keys({ keys }: { readonly keys: string }) {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  const caps = keys.split(/[ +]/).map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    return ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  });
  return (
    <span className={classes['caps']} translate="no">
      {caps.map((cap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice
        <kbd key={index}>{cap}</kbd>
      ))}
    </span>
  );
}

const ARROWS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
};
