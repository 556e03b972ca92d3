// Announces a return for an order: which units, why, and what the buyer would like.

import type { Order, RequestReturnInput } from '@doorstep/sdk';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useReasons } from '../settings/use-reasons.ts';
import { Problem } from '../shell/problem.tsx';
import { DeskForm } from './desk-form.tsx';
import { deskMessages } from './desk-messages.ts';
import { returnMessages } from './messages.ts';
import classes from './returns.module.css';
import { useReturnAct } from './use-return-act.ts';

export interface AnnounceDialogProps {
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

interface Chosen {
  readonly units: number;
  readonly reason: string;
}

type Wish = NonNullable<RequestReturnInput['wish']>;
const WISHES: readonly Wish[] = ['refund', 'exchange'];

export function AnnounceDialog({ onClose, onDone }: AnnounceDialogProps) {
  const say = useSay(deskMessages);
  const { api } = useSession();
  const [number, setNumber] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<number, Chosen>>>({});
  const [wish, setWish] = useState<Wish>('refund');
  const [note, setNote] = useState('');
  const { act, isBusy, error } = useReturnAct(onClose);
  const order = useQuery({
    queryKey: ['returns', 'order', number],
    queryFn: ({ signal }) => api.getOrder({ order: number }, { signal }),
    enabled: number !== '',
    retry: false,
    gcTime: 0,
  });
  const lines = Object.entries(chosen)
    .map(([line, { units, reason }]) => ({ line: Number(line), quantity: units, reason }))
    .filter(({ quantity }) => quantity > 0);
  const find = (typed: string): void => {
    setChosen({});
    setNumber(typed);
  };
  return (
    <DeskForm
      title={say('announceTitle')}
      does={say('announce')}
      isBusy={isBusy}
      isReady={lines.length > 0}
      error={error}
      onClose={onClose}
      onSubmit={() =>
        void act(async () => {
          const made = await api.requestReturn({
            ...{ order: number, lines, wish },
            ...(note.trim() === '' ? {} : { note: note.trim() }),
          });
          onDone(made.id);
          return say('announced', { number: made.number });
        })
      }
    >
      <FindOrder onFind={find} />
      {order.error !== null && <Problem error={order.error} />}
      {order.data !== undefined && (
        <OrderLines order={order.data} chosen={chosen} onChoose={setChosen} />
      )}
      <WishField value={wish} onChoose={setWish} />
      <Textarea
        label={say('note')}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </DeskForm>
  );
}

function FindOrder({ onFind }: { readonly onFind: (number: string) => void }) {
  const say = useSay(deskMessages);
  const [typed, setTyped] = useState('');
  const find = (): void => onFind(typed.trim());
  return (
    <div className={classes['find']}>
      <TextInput
        label={say('orderNumber')}
        data-autofocus
        inputMode="numeric"
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          find();
        }}
      />
      <Button variant="default" onClick={find} disabled={typed.trim() === ''}>
        {say('find')}
      </Button>
    </div>
  );
}

interface WishFieldProps {
  readonly value: Wish;
  readonly onChoose: (wish: Wish) => void;
}

function WishField({ value, onChoose }: WishFieldProps) {
  const say = useSay(deskMessages);
  const sayReturn = useSay(returnMessages);
  return (
    <label className={classes['labeled']}>
      {say('wish')}
      <select
        className={classes['field']}
        value={value}
        onChange={({ currentTarget }) =>
          onChoose(WISHES.find((one) => one === currentTarget.value) ?? 'refund')
        }
      >
        {WISHES.map((one) => (
          <option key={one} value={one}>
            {sayReturn(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface OrderLinesProps {
  readonly order: Order;
  readonly chosen: Readonly<Record<number, Chosen>>;
  readonly onChoose: (chosen: Readonly<Record<number, Chosen>>) => void;
}

function OrderLines({ order, chosen, onChoose }: OrderLinesProps) {
  const say = useSay(deskMessages);
  const { choices } = useReasons('return');
  const lines = order.lines.filter(
    ({ kind, shipped, returned }) => kind !== 'kit' && shipped > returned,
  );
  if (lines.length === 0) return <p>{say('noneReturnable')}</p>;
  return (
    <ul className={classes['rows']}>
      {lines.map(({ number, sku, title, shipped, returned }) => {
        const { units, reason } = chosen[number] ?? {
          units: 0,
          reason: choices[0]?.value ?? 'other',
        };
        const most = shipped - returned;
        const put = (part: Partial<Chosen>): void =>
          onChoose({ ...chosen, [number]: { units, reason, ...part } });
        return (
          <li key={number} data-testid="returnable">
            <span translate="no">
              <strong>{sku}</strong> {title}
            </span>
            <input
              type="number"
              inputMode="numeric"
              min={0}
              max={most}
              className={classes['units']}
              aria-label={`${say('units')} ${sku}`}
              value={units}
              onChange={({ currentTarget: { value } }) =>
                put({ units: Math.max(0, Math.min(most, Math.trunc(Number(value)))) })
              }
            />
            <span className={classes['soft']}>{say('most', { most })}</span>
            <select
              aria-label={`${say('reason')} ${sku}`}
              className={classes['field']}
              value={reason}
              onChange={({ currentTarget: { value } }) => put({ reason: value })}
            >
              {choices.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          </li>
        );
      })}
    </ul>
  );
}
