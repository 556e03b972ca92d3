// A form over something: its fields, what went wrong, and what somebody else changed meanwhile.

import { Button, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../language/say.ts';
import { useProblemWords } from '../shell/problem.tsx';
import { ConflictNote } from './conflict-note.tsx';
import type { Draft } from './draft.ts';
import { recordMessages } from './messages.ts';
import classes from './record.module.css';
import type { DraftEdit } from './use-draft.ts';

export interface EditDialogProps<D extends Draft> {
  readonly title: string;
  readonly edit: DraftEdit<D>;
  readonly isNew?: boolean;
  readonly size?: string;
  readonly labelOf: (field: keyof D & string) => string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function EditDialog<D extends Draft>(props: EditDialogProps<D>) {
  const { title, edit, isNew = false, size = 'lg', labelOf, onClose, children } = props;
  const say = useSay(recordMessages);
  const { detail, remedy } = useProblemWords(edit.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void edit.save();
        }}
      >
        <ConflictNote edit={edit} labelOf={labelOf} />
        {children}
        {edit.error !== null && (
          <div role="alert" data-testid="refused">
            <Text size="sm" c="var(--ds-alarm)">
              {detail}
            </Text>
            {remedy !== null && (
              <Text size="sm" c="dimmed">
                {remedy}
              </Text>
            )}
          </div>
        )}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button type="submit" loading={edit.isBusy} disabled={!isNew && edit.changed.size === 0}>
            {edit.conflict !== null ? say('keepMine') : say(isNew ? 'create' : 'save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
