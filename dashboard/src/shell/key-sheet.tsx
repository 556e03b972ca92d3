// The sheet of keys, made from what can be pressed now.

import { Kbd, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import classes from './key-sheet.module.css';
import { useKeyBindings, useKeys } from './keys.tsx';
import { shellMessages } from './messages.ts';

export function KeySheet() {
  const say = useSay(shellMessages);
  const [isOpen, setIsOpen] = useState(false);
  const [singleKeys, setSingleKeys] = useSetting('singleKeys');
  const bindings = useKeyBindings();
  useKeys([{ keys: '?', does: say('showKeys'), run: () => setIsOpen(true) }]);
  return (
    <Modal
      opened={isOpen}
      onClose={() => setIsOpen(false)}
      title={say('keys')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <dl className={classes['keys']}>
        {bindings.map(({ keys, does }) => (
          <div key={keys} className={classes['row']}>
            <dt>{does}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        label={say('singleKeys')}
        description={say('singleKeysHint')}
        checked={singleKeys !== 'off'}
        onChange={(event) => setSingleKeys(event.currentTarget.checked ? null : 'off')}
      />
    </Modal>
  );
}

/** Keys as they stand on the keyboard. */
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
        <Kbd key={index} size="xs">
          {cap}
        </Kbd>
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
