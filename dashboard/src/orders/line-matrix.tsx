// Where every unit of an order is: a row per line, a column per place. On a phone a card per line.

import type { Order } from '@doorstep/sdk';
import { useMediaQuery } from '@mantine/hooks';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from './order.module.css';
import { orderDetailMessages } from './order-detail-messages.ts';

type Line = Order['lines'][number];

const PLACES = [
  'ordered',
  'waiting',
  'reserved',
  'allocated',
  'picked',
  'packed',
  'shipped',
  'delivered',
  'returned',
  'canceled',
] as const;
type Place = (typeof PLACES)[number];

/** Where units seldom are: such a column is there when one of them is. */
const SELDOM: readonly Place[] = ['waiting', 'delivered', 'returned', 'canceled'];

export function LineMatrix({ order }: { readonly order: Order }) {
  const isNarrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  return isNarrow ? <LineCards order={order} /> : <LineTable order={order} />;
}

function LineTable({ order }: { readonly order: Order }) {
  const say = useSay(orderDetailMessages);
  const formats = useFormats();
  const places = PLACES.filter(
    (place) => !SELDOM.includes(place) || order.lines.some((line) => unitsAt(line, place) > 0),
  );
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{say('item')}</th>
          {places.map((place) => (
            <th key={place} scope="col">
              {say(place)}
            </th>
          ))}
          <th scope="col">{say('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr
            key={line.id}
            className={line.kind === 'component' ? classes['component'] : undefined}
          >
            <td>
              <LineName line={line} />
            </td>
            {places.map((place) => (
              <td key={place}>
                <Units units={unitsAt(line, place)} />
              </td>
            ))}
            <td>
              {line.kind === 'component' ? null : formats.money(line.payableMinor, order.currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LineCards({ order }: { readonly order: Order }) {
  const say = useSay(orderDetailMessages);
  const formats = useFormats();
  return order.lines.map((line) => (
    <div key={line.id} className={classes['lineCard']}>
      <div className={classes['pair']}>
        <LineName line={line} />
        {line.kind !== 'component' && formats.money(line.payableMinor, order.currency)}
      </div>
      <div className={classes['counts']}>
        {PLACES.filter((place) => unitsAt(line, place) > 0).map((place) => (
          <span key={place}>
            <span className={classes['soft']}>{say(place)}</span>{' '}
            {formats.number(unitsAt(line, place))}
          </span>
        ))}
      </div>
    </div>
  ));
}

function LineName({ line }: { readonly line: Line }) {
  const say = useSay(orderDetailMessages);
  const promised = line.reservations.map(({ location, quantity }) =>
    say('at', { units: quantity, location }),
  );
  return (
    <span>
      <span translate="no">{line.title}</span>
      <span className={classes['sku']}>
        <span translate="no">{line.sku}</span>
        {promised.length > 0 && ` · ${promised.join(', ')}`}
      </span>
    </span>
  );
}

function Units({ units }: { readonly units: number }) {
  const formats = useFormats();
  return units === 0 ? (
    <span className={classes['zero']} aria-hidden>
      –
    </span>
  ) : (
    formats.number(units)
  );
}

function unitsAt(line: Line, place: Place): number {
  return place === 'waiting' ? line.unpromised + line.backordered : line[place];
}
