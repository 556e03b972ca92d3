// What the buyer pays later: credit, the invoice, and what is owed by when.

import type { GetOrderPaymentsAnswer, Order } from '@doorstep/sdk';
import { Badge, Button } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import classes from './order.module.css';
import { OrderSection } from './order-section.tsx';
import type { TermsDialogName } from './terms-dialog.tsx';
import { termsMessages } from './terms-messages.ts';
import type { OrderActs } from './use-order-acts.ts';

const TermsDialog = lazyPart(async () => (await import('./terms-dialog.tsx')).TermsDialog);

type Terms = GetOrderPaymentsAnswer['terms'][number];

export interface OrderTermsProps {
  readonly order: Order;
  readonly money: GetOrderPaymentsAnswer;
  readonly acts: OrderActs;
}

export function OrderTerms({ order, money, acts }: OrderTermsProps) {
  const say = useSay(termsMessages);
  return money.terms.map((terms) => (
    <OrderSection key={terms.payment} title={say('title')} action={<State terms={terms} />}>
      <Facts terms={terms} order={order} names={money.names} />
      <Acts terms={terms} order={order} acts={acts} />
    </OrderSection>
  ));
}

const COLORS = { asked: 'gray', waiting: 'orange', granted: 'blue', settled: 'teal' } as const;

function State({ terms: { state, overdue } }: { readonly terms: Terms }) {
  const say = useSay(termsMessages);
  return (
    <Badge
      variant="dot"
      tt="none"
      fw={500}
      radius="sm"
      color={overdue ? 'red' : COLORS[state]}
      data-testid="terms-state"
    >
      {say(overdue ? 'overdue' : state)}
    </Badge>
  );
}

interface FactsProps {
  readonly terms: Terms;
  readonly order: Order;
  readonly names: Readonly<Record<string, string>>;
}

function Facts({ terms, order, names }: FactsProps) {
  const say = useSay(termsMessages);
  const formats = useFormats();
  const { purchaseOrder, netDays, invoiceNumber, invoicedAt, dueAt, approvedBy } = terms;
  const data = (text: string) => <span translate="no">{text}</span>;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('owed'), formats.money(terms.owedMinor, order.currency)],
    [say('purchaseOrder'), purchaseOrder === null ? null : data(purchaseOrder)],
    [say('terms'), netDays === null ? null : say('netDays', { days: netDays })],
    [say('invoice'), invoicedAt === null ? null : data(invoiceOf(invoiceNumber, invoicedAt))],
    [say('due'), dueAt === null ? null : formats.day(dueAt)],
    [say('beyondLimit'), approvedBy === null ? null : data(names[approvedBy] ?? approvedBy)],
  ];
  function invoiceOf(number: string | null, at: string): string {
    const day = formats.day(at);
    return number === null ? day : say('invoiceOf', { number, day });
  }
  return (
    <>
      {facts
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <div key={label} className={classes['pair']}>
            <span className={classes['soft']}>{label}</span>
            <span>{value}</span>
          </div>
        ))}
      {terms.approvalNote !== null && <div translate="no">{terms.approvalNote}</div>}
    </>
  );
}

function Acts({ terms, order, acts }: Omit<OrderTermsProps, 'money'> & { readonly terms: Terms }) {
  const say = useSay(termsMessages);
  const { can } = useSession();
  const [dialog, setDialog] = useState<TermsDialogName | null>(null);
  const isOpen = terms.state !== 'settled';
  const offered = (
    [
      { name: 'pay', may: can('payments:write') && isOpen && terms.owedMinor > 0 },
      { name: 'addInvoice', may: can('payments:write') && isOpen },
      { name: 'giveCredit', may: can('payments:approve') && terms.state === 'waiting' },
    ] as const
  ).filter(({ may }) => may);
  if (offered.length === 0) return null;
  return (
    <div className={classes['buttons']}>
      {offered.map(({ name }) => (
        <Button key={name} size="compact-xs" variant="default" onClick={() => setDialog(name)}>
          {say(name)}
        </Button>
      ))}
      {dialog !== null && (
        <Suspense fallback={null}>
          <TermsDialog
            name={dialog}
            terms={terms}
            order={order}
            acts={acts}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
