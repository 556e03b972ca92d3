// How many units of each line: for a cancellation, or a refund.

import type { Order } from '@doorstep/sdk';
import { NumberInput } from '@mantine/core';
import { useSay } from '../language/say.ts';
import { actMessages } from './act-messages.ts';
import classes from './order.module.css';

/** Line number → units. */
export type ChosenUnits = Readonly<Record<number, number>>;

export interface UnitFieldsProps {
  readonly order: Order;
  /** The most of each line; a line without units is left out. */
  readonly most: readonly { readonly line: number; readonly quantity: number }[];
  readonly chosen: ChosenUnits;
  readonly onChoose: (chosen: ChosenUnits) => void;
}

export function UnitFields({ order, most, chosen, onChoose }: UnitFieldsProps) {
  const say = useSay(actMessages);
  return most
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity }) => {
      const title = order.lines.find(({ number }) => number === line)?.title ?? '';
      return (
        <div key={line} className={classes['unit']}>
          <span translate="no">{title}</span>
          <NumberInput
            size="xs"
            w={140}
            aria-label={say('unitsOf', { title })}
            rightSectionWidth={72}
            rightSection={
              <span className={classes['soft']}>{say('ofMost', { most: quantity })}</span>
            }
            hideControls
            min={0}
            max={quantity}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            value={chosen[line] ?? 0}
            onChange={(value) => onChoose({ ...chosen, [line]: Number(value) || 0 })}
          />
        </div>
      );
    });
}

/** As requests say it; undefined where nothing is chosen. */
export function chosenLines(chosen: ChosenUnits): { line: number; quantity: number }[] | undefined {
  const lines = Object.entries(chosen)
    .filter(([, quantity]) => quantity > 0)
    .map(([line, quantity]) => ({ line: Number(line), quantity }));
  return lines.length === 0 ? undefined : lines;
}
