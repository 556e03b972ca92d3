// Refunds that wait for a second person, and what became of them.

import type { GetOrderPaymentsAnswer, Order } from '@doorstep/sdk';
import { Badge, Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';
import { refundMessages } from './refund-messages.ts';
import type { OrderActs } from './use-order-acts.ts';

type Request = GetOrderPaymentsAnswer['refundRequests'][number];
type Decision = 'approve' | 'decline';

export interface OrderRefundRequestsProps {
  readonly order: Order;
  readonly money: GetOrderPaymentsAnswer;
  readonly acts: OrderActs;
}

export function OrderRefundRequests({ order, money, acts }: OrderRefundRequestsProps) {
  const say = useSay(refundMessages);
  const [asked, setAsked] = useState<{ request: Request; decision: Decision } | null>(null);
  if (money.refundRequests.length === 0) return null;
  return (
    <OrderSection title={say('requests')}>
      {money.refundRequests.map((request) => (
        <RequestRow
          key={request.id}
          request={request}
          order={order}
          names={money.names}
          onAsk={(decision) => setAsked({ request, decision })}
        />
      ))}
      {asked !== null && (
        <DecideRefund {...asked} order={order} acts={acts} onClose={() => setAsked(null)} />
      )}
    </OrderSection>
  );
}

const COLORS = { waiting: 'orange', approved: 'teal', declined: 'gray' } as const;

interface RequestRowProps {
  readonly request: Request;
  readonly order: Order;
  readonly names: Readonly<Record<string, string>>;
  readonly onAsk: (decision: Decision) => void;
}

function RequestRow({ request, order, names, onAsk }: RequestRowProps) {
  const say = useSay(refundMessages);
  const formats = useFormats();
  const { can, me } = useSession();
  const { state, requestedBy, decidedBy, decidedAt } = request;
  const isOwn = requestedBy === `user:${me.actor.id}`;
  const nameOf = (actor: string) => names[actor] ?? actor;
  return (
    <div className={classes['row']} data-testid="refund-request">
      <div>
        <strong>{formats.money(request.amountMinor, order.currency)}</strong>{' '}
        <Badge size="sm" variant="dot" tt="none" fw={500} radius="sm" color={COLORS[state]}>
          {say(state)}
        </Badge>
        <div className={classes['soft']}>
          {say('requestedBy', {
            name: nameOf(requestedBy),
            time: formats.time(request.requestedAt),
          })}
          {decidedBy !== null &&
            decidedAt !== null &&
            ` · ${say('decidedBy', { name: nameOf(decidedBy), time: formats.time(decidedAt) })}`}
        </div>
        {request.note !== null && <div translate="no">{request.note}</div>}
        {request.decisionNote !== null && <div translate="no">{request.decisionNote}</div>}
      </div>
      {state === 'waiting' && isOwn && <span className={classes['soft']}>{say('own')}</span>}
      {state === 'waiting' && !isOwn && can('payments:approve') && (
        <span className={classes['buttons']}>
          <Button size="compact-xs" onClick={() => onAsk('approve')}>
            {say('approve')}
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onAsk('decline')}>
            {say('decline')}
          </Button>
        </span>
      )}
    </div>
  );
}

interface DecideRefundProps {
  readonly request: Request;
  readonly decision: Decision;
  readonly order: Order;
  readonly acts: OrderActs;
  readonly onClose: () => void;
}

function DecideRefund({ request, decision, order, acts, onClose }: DecideRefundProps) {
  const say = useSay(refundMessages);
  const formats = useFormats();
  const { api } = useSession();
  const [note, setNote] = useState('');
  const isApproval = decision === 'approve';
  const amount = formats.money(request.amountMinor, order.currency);
  const words = note.trim();
  const isReady = isApproval || words !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const at = { order: order.id, refundRequest: request.id };
    const decide = (version: number) =>
      isApproval
        ? api.decideRefund({ ...at, decision, version, ...(words === '' ? {} : { note: words }) })
        : api.decideRefund({ ...at, decision, version, note: words });
    const done = say(isApproval ? 'approvedDone' : 'declinedDone', { amount });
    void acts.act(decide, { done, onDone: onClose });
  };
  return (
    <Modal
      opened={acts.conflict === null}
      onClose={onClose}
      title={say(isApproval ? 'approveTitle' : 'declineTitle', { amount })}
      closeButtonProps={{ 'aria-label': say('leave') }}
    >
      <form className={classes['form']} onSubmit={submit}>
        <TextInput
          label={say('reason')}
          required={!isApproval}
          maxLength={1000}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {say('leave')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={acts.isBusy}>
            {say(decision)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
