// What lies in the box, for who opens it. A work in several parcels has a slip for each.

import type { GetFulfillmentOrderAnswer as FulfillmentOrder } from '@doorstep/sdk';
import { useSay } from '../language/say.ts';
import { floorMessages } from './act-messages.ts';
import classes from './print.module.css';

interface Slip {
  readonly id: string;
  readonly lines: readonly { line: number; sku: string; title: string; units: number }[];
  readonly carrier: string;
}

export function PackingSlip({ work }: { readonly work: FulfillmentOrder }) {
  return slipsOf(work).map((slip) => <Paper key={slip.id} work={work} slip={slip} />);
}

function Paper({ work, slip }: { readonly work: FulfillmentOrder; readonly slip: Slip }) {
  const say = useSay(floorMessages);
  const address = (work.shipTo.address ?? {}) as Readonly<Record<string, string | undefined>>;
  const { company, street, street2, postalCode, city, region, country } = address;
  const place = [postalCode, city].filter(Boolean).join(' ');
  return (
    <article className={classes['slip']} data-testid="slip">
      <header className={classes['slipHead']}>
        <div>
          <h2>
            {say('order')} <span translate="no">{work.orderNumber}</span>
          </h2>
          <p translate="no">{slip.carrier}</p>
        </div>
        <address translate="no" aria-label={say('shipTo')}>
          <strong>{work.shipTo.name}</strong>
          {[company, street, street2, place, region, country]
            .filter((part) => part !== undefined && part !== '')
            .map((part) => (
              <div key={part}>{part}</div>
            ))}
        </address>
      </header>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{say('quantity')}</th>
            <th scope="col">{say('sku')}</th>
            <th scope="col">{say('item')}</th>
          </tr>
        </thead>
        <tbody translate="no">
          {slip.lines.map(({ line, sku, title, units }) => (
            <tr key={line}>
              <td className={classes['quantity']}>{units}</td>
              <td>{sku}</td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

/** Of its parcels; of work that is not packed, what is to be. */
function slipsOf({ id, lines, parcels }: FulfillmentOrder): readonly Slip[] {
  const boxes = parcels.filter(({ status }) => status !== 'voided');
  if (boxes.length > 0)
    return boxes.map((box) => ({
      id: box.id,
      carrier: [box.carrier, box.service, box.trackingNumber]
        .filter((part) => part !== null)
        .join(' · '),
      lines: box.lines.map(({ quantity, canceled, ...line }) => ({
        ...line,
        units: quantity - canceled,
      })),
    }));
  const open = lines
    .map(({ allocated, picked, ...line }) => ({ ...line, units: allocated + picked }))
    .filter(({ units }) => units > 0);
  return [{ id, carrier: '', lines: open }];
}
