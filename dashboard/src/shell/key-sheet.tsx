// The sheet of keys, made from what can be pressed now.

import { Modal, Switch } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { useSetting } from '../language/setting.ts';
import { Keys } from './key-caps.tsx';
import classes from './key-sheet.module.css';
import { useKeyBindings } from './keys.tsx';
import { shellMessages } from './messages.ts';

export interface KeySheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function KeySheet({ isOpen, onClose }: KeySheetProps) {
  const say = useSay(shellMessages);
  const [singleKeys, setSingleKeys] = useSetting('singleKeys');
  const bindings = useKeyBindings();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={say('keys')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <dl className={classes['keys']}>
        {[...Map.groupBy(bindings, ({ does }) => does)].map(([does, same]) => (
          <div key={does} className={classes['row']}>
            <dt>{does}</dt>
            {same.map(({ keys }) => (
              <dd key={keys}>
                <Keys keys={keys} />
              </dd>
            ))}
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
