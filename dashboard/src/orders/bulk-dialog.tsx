// One action on many orders: what it is, what it would do, how far it is, and what came of it.

import type { CreateBulkActionAnswer, CreateBulkActionInput } from '@doorstep/sdk';
import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useReasons } from '../settings/use-reasons.ts';
import { useToast } from '../shell/toast.tsx';
import { bulkMessages } from './bulk-messages.ts';
import { BulkProgress } from './bulk-progress.tsx';
import classes from './order-list.module.css';
import { SkipReason } from './skip-reason.tsx';

export type BulkKind = 'tag' | 'untag' | 'hold' | 'release-hold' | 'release' | 'cancel';
export type BulkSet = Pick<CreateBulkActionInput, 'orders' | 'filters'>;
type Action = CreateBulkActionInput['action'];

export interface BulkDialogProps {
  readonly kind: BulkKind;
  readonly set: BulkSet;
  readonly onClose: () => void;
  /** Orders were changed. */
  readonly onDone: () => void;
}

export function BulkDialog({ kind, set, onClose, onDone }: BulkDialogProps) {
  const say = useSay(bulkMessages);
  const { api } = useSession();
  const toast = useToast();
  const [isStarted, setIsStarted] = useState(false);
  const look = useMutation({
    mutationFn: (action: Action) => api.createBulkAction({ action, ...set }),
    onError: (error) => toast.failed(error),
  });
  const start = useMutation({
    mutationFn: (bulk: string) => api.startBulkAction({ bulk }),
    onSuccess: () => setIsStarted(true),
    onError: (error) => toast.failed(error),
  });
  const made = look.data;
  const close = (): void => {
    if (isStarted) onDone();
    onClose();
  };
  return (
    <Modal opened title={say(kind)} onClose={close} size="md">
      {made === undefined && (
        <ActionForm
          kind={kind}
          isBusy={look.isPending}
          onAction={(action) => look.mutate(action)}
        />
      )}
      {made !== undefined && !isStarted && (
        <Preview made={made} isBusy={start.isPending} onStart={() => start.mutate(made.id)} />
      )}
      {made !== undefined && isStarted && <BulkProgress bulk={made.id} onClose={close} />}
    </Modal>
  );
}

interface ActionFormProps {
  readonly kind: BulkKind;
  readonly isBusy: boolean;
  readonly onAction: (action: Action) => void;
}

function ActionForm({ kind, isBusy, onAction }: ActionFormProps) {
  const say = useSay(bulkMessages);
  const [tag, setTag] = useState('');
  const [reason, setReason] = useState('');
  const isTag = kind === 'tag' || kind === 'untag';
  const { choices: reasons } = useReasons(kind === 'cancel' ? 'cancellation' : 'hold');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isTag && tag.trim() === '') return;
    const first = reason === '' && kind !== 'release-hold' ? reasons[0]?.value : reason;
    onAction({
      kind,
      ...(isTag ? { tag: tag.trim() } : {}),
      ...(isTag || kind === 'release' || first === '' ? {} : { reason: first }),
    } as Action);
  };
  return (
    <form onSubmit={send} className={classes['form']}>
      {isTag && (
        <TextInput
          label={say('tagName')}
          data-autofocus
          maxLength={50}
          value={tag}
          onChange={({ currentTarget }) => setTag(currentTarget.value)}
        />
      )}
      {!isTag && kind !== 'release' && (
        <NativeSelect
          label={say('reason')}
          data-autofocus
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          data={
            kind === 'release-hold'
              ? [{ value: '', label: say('anyReason') }, ...reasons]
              : [...reasons]
          }
        />
      )}
      <Button type="submit" loading={isBusy} data-autofocus={kind === 'release' || undefined}>
        {say('preview')}
      </Button>
    </form>
  );
}

interface PreviewProps {
  readonly made: CreateBulkActionAnswer;
  readonly isBusy: boolean;
  readonly onStart: () => void;
}

function Preview({ made, isBusy, onStart }: PreviewProps) {
  const say = useSay(bulkMessages);
  return (
    <div className={classes['form']}>
      <p className={classes['big']}>{say('eligible', { count: made.eligible })}</p>
      {made.skips.length > 0 && (
        <div>
          <p>{say('left', { count: made.orders - made.eligible })}</p>
          <ul className={classes['skips']}>
            {made.skips.map(({ reason, orders }) => (
              <li key={reason}>
                <SkipReason reason={reason} /> <span className={classes['soft']}>{orders}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={classes['soft']}>{say('later')}</p>
      <Button disabled={made.eligible === 0} loading={isBusy} onClick={onStart} data-autofocus>
        {say('start')}
      </Button>
    </div>
  );
}
