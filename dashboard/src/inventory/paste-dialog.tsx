// What a pasted block would change, before it does: then all of it is one command.

import { DoorstepError } from '@doorstep/sdk';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useToast } from '../shell/toast.tsx';
import classes from './inventory.module.css';
import { inventoryMessages } from './messages.ts';
import type { CellChange, LaidBlock } from './paste-block.ts';
import { ReasonField } from './reason-field.tsx';
import { useEnterStock } from './use-enter-stock.ts';

export interface PasteDialogProps {
  readonly block: LaidBlock;
  readonly onClose: () => void;
}

const SHOWN_MAX = 60;
const LEVELS_MAX = 1000;

export function PasteDialog({ block, onClose }: PasteDialogProps) {
  const say = useSay(inventoryMessages);
  const toast = useToast();
  const [changes, setChanges] = useState(block.changes);
  const [changedCount, setChangedCount] = useState(0);
  const [reason, setReason] = useState(say('spreadsheet'));
  const enter = useEnterStock();
  const set = useMutation({
    mutationFn: () => enter(changes, reason),
    onSuccess: onClose,
    onError(error) {
      const now = levelsNow(error);
      if (now === null) return toast.failed(error);
      setChangedCount(now.length);
      setChanges((before) => before.map((one) => seenAnew(one, now)));
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={say('paste')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate();
        }}
      >
        <Stack>
          {changedCount > 0 && (
            <Alert color="orange" data-testid="changed-since">
              {say('changedSince', { count: changedCount })}
            </Alert>
          )}
          <div data-testid="changes">{say('pasteChanges', { count: changes.length })}</div>
          {block.unread.length > 0 && (
            <div className={classes['soft']}>
              {say('unread', {
                count: block.unread.length,
                cells: block.unread.slice(0, 5).join(', '),
              })}
            </div>
          )}
          {block.outside > 0 && (
            <div className={classes['soft']}>{say('outside', { count: block.outside })}</div>
          )}
          {changes.length > LEVELS_MAX && <div>{say('tooMany', { count: changes.length })}</div>}
          <Changes changes={changes} />
          <ReasonField value={reason} onChange={setReason} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button
              type="submit"
              data-autofocus
              loading={set.isPending}
              disabled={changes.length === 0 || changes.length > LEVELS_MAX}
            >
              {say('set', { count: changes.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Changes({ changes }: { readonly changes: readonly CellChange[] }) {
  const say = useSay(inventoryMessages);
  const formats = useFormats();
  if (changes.length === 0) return null;
  return (
    <table className={classes['list']}>
      <thead>
        <tr>
          <th>{say('sku')}</th>
          <th>{say('location')}</th>
          <th data-end>{say('was')}</th>
          <th data-end>{say('becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.slice(0, SHOWN_MAX).map(({ sku, location, seenOnHand, onHand }) => (
          <tr key={`${sku} ${location}`} data-testid="change">
            <td translate="no">{sku}</td>
            <td translate="no">{location}</td>
            <td data-end>{formats.number(seenOnHand)}</td>
            <td data-end>
              <strong>{formats.number(onHand)}</strong>
            </td>
          </tr>
        ))}
        {changes.length > SHOWN_MAX && (
          <tr>
            <td colSpan={4}>{say('moreChanges', { count: changes.length - SHOWN_MAX })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type LevelNow = Pick<CellChange, 'sku' | 'location' | 'onHand'>;

/** Null: it was refused for another reason. */
function levelsNow(error: unknown): readonly LevelNow[] | null {
  return error instanceof DoorstepError && error.code === 'stock-changed-since'
    ? (error.data['levels'] as readonly LevelNow[])
    : null;
}

function seenAnew(change: CellChange, now: readonly LevelNow[]): CellChange {
  const found = now.find(({ sku, location }) => sku === change.sku && location === change.location);
  return found === undefined ? change : { ...change, seenOnHand: found.onHand };
}
