// Picks one work: all of it, or line by line with what was not there and why.

import type {
  GetFulfillmentOrderAnswer as FulfillmentOrder,
  RecordPicksInput,
} from '@doorstep/sdk';
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { floorMessages } from './act-messages.ts';
import type { CardName } from './cards.ts';
import classes from './floor.module.css';
import { FloorForm } from './floor-form.tsx';
import { useFloorAct } from './use-floor-act.ts';
import { useWork } from './use-work.ts';

export interface FloorDialogProps {
  readonly card: CardName;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type PickedLine = NonNullable<RecordPicksInput['lines']>[number];
type Reason = NonNullable<PickedLine['reason']>;

const REASONS: readonly Reason[] = ['missing', 'damaged', 'wrong-item', 'unreadable'];

interface Typed {
  readonly found: number;
  readonly reason: Reason;
}

export function PickDialog({ card, onClose, onDone }: FloorDialogProps) {
  const say = useSay(floorMessages);
  const { api } = useSession();
  const { data: work } = useWork(card.fulfillmentOrder);
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>({});
  const { act, isBusy, error } = useFloorAct(onDone, onClose);
  const lines = work?.lines.filter(({ allocated }) => allocated > 0) ?? [];
  const told = lines.map((line) => ({ line, ...typedOf(typed, line) }));
  const short = told.reduce((sum, { line, found }) => sum + line.allocated - found, 0);
  const pick = (): Promise<void> =>
    act(async () => {
      await api.recordPicks({
        fulfillmentOrder: card.fulfillmentOrder,
        lines: told.map(({ line, found, reason }) => ({
          line: line.line,
          picked: found,
          ...(found < line.allocated ? { short: line.allocated - found, reason } : {}),
        })),
        ...(work === undefined ? {} : { seen: work.seen }),
      });
      return short > 0
        ? say('shortDone', { count: short })
        : say('pickedDone', { number: card.orderNumber });
    });
  return (
    <FloorForm
      title={say('pickTitle', { number: card.orderNumber })}
      does={say('doPick')}
      isBusy={isBusy}
      isReady={lines.length > 0}
      error={error}
      onClose={onClose}
      onSubmit={() => void pick()}
    >
      {work === undefined ? (
        <Skeleton height={96} />
      ) : lines.length === 0 ? (
        <p>{say('nothingToPick')}</p>
      ) : (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{say('item')}</th>
              <th scope="col">{say('asked')}</th>
              <th scope="col">{say('found')}</th>
              <th scope="col">{say('why')}</th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ line, found, reason }) => (
              <PickLine
                key={line.line}
                line={line}
                typed={{ found, reason }}
                onType={(part) =>
                  setTyped((before) => ({ ...before, [line.line]: { found, reason, ...part } }))
                }
              />
            ))}
          </tbody>
        </table>
      )}
      {short > 0 && <p className={classes['hint']}>{say('shortHint')}</p>}
    </FloorForm>
  );
}

interface PickLineProps {
  readonly line: FulfillmentOrder['lines'][number];
  readonly typed: Typed;
  readonly onType: (part: Partial<Typed>) => void;
}

function PickLine({ line, typed, onType }: PickLineProps) {
  const say = useSay(floorMessages);
  return (
    <tr>
      <th scope="row" translate="no">
        {line.sku}
        <small>{line.title}</small>
      </th>
      <td>{line.allocated}</td>
      <td>
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={line.allocated}
          className={classes['units']}
          aria-label={`${say('found')} ${line.sku}`}
          value={typed.found}
          onChange={({ currentTarget: { value } }) =>
            onType({ found: Math.max(0, Math.min(line.allocated, Math.trunc(Number(value)))) })
          }
        />
      </td>
      <td>
        {typed.found < line.allocated && (
          <select
            aria-label={`${say('why')} ${line.sku}`}
            className={classes['field']}
            value={typed.reason}
            onChange={({ currentTarget: { value } }) =>
              onType({ reason: REASONS.find((one) => one === value) ?? 'missing' })
            }
          >
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {say(reason)}
              </option>
            ))}
          </select>
        )}
      </td>
    </tr>
  );
}

/** Unless told, all of it was there. */
function typedOf(
  typed: Readonly<Record<number, Typed>>,
  { line, allocated }: { readonly line: number; readonly allocated: number },
): Typed {
  const { found = allocated, reason = 'missing' } = typed[line] ?? {};
  return { found: Math.min(found, allocated), reason };
}
