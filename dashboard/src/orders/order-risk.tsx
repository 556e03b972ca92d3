// How risky an order is, why, and what was decided. Approve and decline ask for a reason.

import type { GetOrderRiskAnswer, Order } from '@doorstep/sdk';
import { Badge, Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { DecideDialog, type Decision } from '../review/decide-dialog.tsx';
import { reviewMessages } from '../review/messages.ts';
import { RiskReasons, useToldWords } from '../review/risk-reasons.tsx';
import { type Decided, useDecide } from '../review/use-decide.ts';
import { useSession } from '../session/session.tsx';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';

const STATES = {
  waiting: { says: 'waiting', color: 'gray' },
  clear: { says: 'clear', color: 'teal' },
  review: { says: 'review', color: 'red' },
  approved: { says: 'stateApproved', color: 'teal' },
  declined: { says: 'stateDeclined', color: 'red' },
} as const;

export interface OrderRiskProps {
  readonly order: Order;
  readonly risk: GetOrderRiskAnswer;
}

/** Of an order that nobody looked at and that nothing was told of there is nothing to say. */
export function OrderRisk({ order, risk }: OrderRiskProps) {
  const say = useSay(reviewMessages);
  const formats = useFormats();
  const told = useToldWords();
  const { state } = risk;
  if (state === null && risk.signals.length === 0) return null;
  return (
    <OrderSection title={say('risk')} action={state !== null && <State state={state} />}>
      <RiskReasons reasons={risk.reasons} />
      {risk.signals.map((signal) => (
        <div key={signal.id} className={classes['small']} translate="no">
          {told(signal)}
          {signal.detail !== null && <span className={classes['soft']}> · {signal.detail}</span>}
        </div>
      ))}
      {risk.decidedBy !== null && risk.decidedAt !== null && (
        <div className={classes['soft']}>
          {say('decidedBy', {
            name: risk.names[risk.decidedBy] ?? risk.decidedBy,
            time: formats.time(risk.decidedAt),
          })}
          {risk.note !== null && <div translate="no">{risk.note}</div>}
        </div>
      )}
      {state === 'review' && <Decide order={order} />}
    </OrderSection>
  );
}

function State({ state }: { readonly state: keyof typeof STATES }) {
  const say = useSay(reviewMessages);
  const { says, color } = STATES[state];
  return (
    <Badge variant="dot" tt="none" fw={500} radius="sm" color={color} data-testid="risk-state">
      {say(says)}
    </Badge>
  );
}

/** As it was when the dialog opened: the page goes on beneath it. */
interface Asked {
  readonly decision: Decision;
  readonly seen: Decided;
}

function Decide({ order: { id, number, version } }: { readonly order: Order }) {
  const say = useSay(reviewMessages);
  const { can } = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { isBusy, decide } = useDecide(() => setAsked(null));
  if (!can('risk:write')) return null;
  const ask = (decision: Decision): void =>
    setAsked({ decision, seen: { order: id, number, version } });
  return (
    <div className={classes['buttons']}>
      <Button size="compact-sm" onClick={() => ask('approve')}>
        {say('approve')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => ask('decline')}>
        {say('decline')}
      </Button>
      {asked !== null && (
        <DecideDialog
          decision={asked.decision}
          number={number}
          isBusy={isBusy}
          onDecide={(note) => void decide(asked.seen, asked.decision, note)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
