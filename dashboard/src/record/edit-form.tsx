// The fields of something with a version: what went wrong, what somebody else changed meanwhile, and
// the buttons, for whoever may use them.

import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSay } from '../language/say.ts';
import { useProblemWords } from '../shell/problem.tsx';
import { ConflictNote, type ConflictNoteProps } from './conflict-note.tsx';
import type { Draft } from './draft.ts';
import { recordMessages } from './messages.ts';
import classes from './record.module.css';

export interface EditFormProps<D extends Draft> extends ConflictNoteProps<D> {
  readonly isNew?: boolean;
  /** What is typed cannot be saved as it is: the fields say why. */
  readonly isWrong?: boolean;
  readonly mayEdit?: boolean;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

export function EditForm<D extends Draft>(props: EditFormProps<D>) {
  const { edit, isNew = false, isWrong = false, mayEdit = true, onCancel, children } = props;
  const say = useSay(recordMessages);
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) void edit.save();
      }}
    >
      <ConflictNote {...props} />
      {children}
      {edit.error !== null && <Refused error={edit.error} />}
      {mayEdit && (
        <div className={classes['buttons']}>
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {say('cancel')}
            </Button>
          )}
          <Button
            type="submit"
            loading={edit.isBusy}
            disabled={isWrong || (!isNew && edit.changed.size === 0)}
          >
            {edit.conflict !== null ? say('keepMine') : say(isNew ? 'create' : 'save')}
          </Button>
        </div>
      )}
    </form>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const { detail, remedy } = useProblemWords(error);
  return (
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
  );
}
