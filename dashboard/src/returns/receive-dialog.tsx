// Takes in what came: each piece with how many, and what becomes of it. What nobody asked for is named
// by its SKU or by what is written on it.

import type { ReceiveReturnInput } from '@doorstep/sdk';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import type { ReturnDialogProps } from './decline-dialog.tsx';
import { DeskForm } from './desk-form.tsx';
import { deskMessages } from './desk-messages.ts';
import classes from './returns.module.css';
import { useReturnAct } from './use-return-act.ts';

type Item = ReceiveReturnInput['items'][number];
type Grade = Item['disposition'];

const GRADES: readonly Grade[] = ['restock', 'quality-control', 'damaged', 'discard', 'lost'];

interface Row {
  readonly key: number;
  /** The line of the order; null: something else. */
  readonly line: number | null;
  readonly name: string;
  readonly units: number;
  readonly grade: Grade;
}

export function ReceiveDialog({ back, onClose }: ReturnDialogProps) {
  const say = useSay(deskMessages);
  const { api, can } = useSession();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    back.lines
      .filter(({ requested, received }) => requested > received)
      .map(({ line, sku, requested, received }, key) => ({
        ...{ key, line, name: sku, units: requested - received },
        grade: 'restock',
      })),
  );
  const [refundNow, setRefundNow] = useState(false);
  const [location, setLocation] = useLocation(back.location);
  const { act, isBusy, error } = useReturnAct(onClose);
  const items = rows.flatMap(itemOf);
  const put = (key: number, part: Partial<Row>): void =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = (): void =>
    setRows((before) => [
      ...before,
      { key: before.length, line: null, name: '', units: 1, grade: 'quality-control' },
    ]);
  const receive = (): Promise<void> =>
    act(async () => {
      const { differences } = await api.receiveReturn({
        ...{ return: back.id, location, items, refund: refundNow },
      });
      const count = items.reduce((sum, { quantity }) => sum + quantity, 0);
      const done = say('receivedDone', { count });
      return differences.length === 0 ? done : `${done}. ${say('differs')}`;
    });
  return (
    <DeskForm
      title={say('receiveTitle', { number: back.number })}
      does={say('receive')}
      isBusy={isBusy}
      isReady={items.length > 0 && location !== ''}
      error={error}
      onClose={onClose}
      onSubmit={() => void receive()}
    >
      <LocationField value={location} onChange={setLocation} />
      <ul className={classes['rows']}>
        {rows.map((row) => (
          <ReceivedRow
            key={row.key}
            row={row}
            onChange={(part) => put(row.key, part)}
            onNext={add}
          />
        ))}
      </ul>
      <div>
        <Button size="compact-sm" variant="default" onClick={add}>
          {say('another')}
        </Button>
      </div>
      {can('payments:write') && back.order !== null && (
        <Checkbox
          label={say('refundNow')}
          checked={refundNow}
          onChange={({ currentTarget }) => setRefundNow(currentTarget.checked)}
        />
      )}
    </DeskForm>
  );
}

interface ReceivedRowProps {
  readonly row: Row;
  readonly onChange: (part: Partial<Row>) => void;
  readonly onNext: () => void;
}

/** The field of a row that was just added has the focus, once. */
const takeFocus = (field: HTMLInputElement | null): void => field?.focus();

function ReceivedRow({ row, onChange, onNext }: ReceivedRowProps) {
  const say = useSay(deskMessages);
  return (
    <li>
      {row.line === null ? (
        <TextInput
          ref={takeFocus}
          aria-label={say('unexpected')}
          placeholder={say('unexpected')}
          value={row.name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // A scanner ends with it: the next piece follows, and nothing is received yet.
            event.preventDefault();
            if (row.name.trim() !== '') onNext();
          }}
        />
      ) : (
        <strong translate="no">{row.name}</strong>
      )}
      <input
        type="number"
        inputMode="numeric"
        min={0}
        className={classes['units']}
        aria-label={`${say('units')} ${row.name}`}
        value={row.units}
        onChange={({ currentTarget: { value } }) =>
          onChange({ units: Math.max(0, Math.trunc(Number(value))) })
        }
      />
      <select
        aria-label={`${say('grade')} ${row.name}`}
        className={classes['field']}
        value={row.grade}
        onChange={({ currentTarget: { value } }) =>
          onChange({ grade: GRADES.find((one) => one === value) ?? 'restock' })
        }
      >
        {GRADES.map((grade) => (
          <option key={grade} value={grade}>
            {say(grade)}
          </option>
        ))}
      </select>
    </li>
  );
}

/** How it was found follows from what becomes of it. */
function itemOf({ line, name, units, grade }: Row): Item[] {
  const named = line === null ? { sku: name.trim() } : { line };
  if (units === 0 || (line === null && name.trim() === '')) return [];
  const condition = grade === 'restock' ? 'sellable' : grade === 'damaged' ? 'damaged' : 'unknown';
  return [{ ...named, quantity: units, condition, disposition: grade }];
}

/** Where the return is expected, else where returns were received last. */
function useLocation(expected: string | null) {
  const key = 'doorstep.returns.location';
  const [location, setLocation] = useState(expected ?? localStorage.getItem(key) ?? '');
  return [
    location,
    (code: string): void => {
      localStorage.setItem(key, code);
      setLocation(code);
    },
  ] as const;
}

interface LocationFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

export function LocationField({ value, onChange }: LocationFieldProps) {
  const say = useSay(deskMessages);
  const { api } = useSession();
  const { data } = useQuery({
    queryKey: ['returns', 'locations'],
    queryFn: ({ signal }) => api.listLocations({ limit: 200 }, { signal }),
  });
  return (
    <label className={classes['labeled']}>
      {say('location')}
      <select
        className={classes['field']}
        required
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="" />
        {data?.items.map(({ code }) => (
          <option key={code} value={code} translate="no">
            {code}
          </option>
        ))}
      </select>
    </label>
  );
}
