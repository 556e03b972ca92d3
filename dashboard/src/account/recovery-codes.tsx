// The recovery codes, shown once: to copy, to keep as a file, to print.

import { Alert, Button, CopyButton, Group, Modal, Stack } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { accountMessages } from './messages.ts';
import classes from './recovery-codes.module.css';

export interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

export function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  const say = useSay(accountMessages);
  const text = `${codes.join('\n')}\n`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('recoveryCodes')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <Stack>
        <Alert variant="light">{say('recoveryHint')}</Alert>
        <ul className={classes['codes']} translate="no">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Group justify="flex-end">
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {say(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button
            variant="default"
            component="a"
            href={`data:text/plain,${encodeURIComponent(text)}`}
            download="doorstep-recovery-codes.txt"
          >
            {say('download')}
          </Button>
          <Button onClick={onClose}>{say('keptThem')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
