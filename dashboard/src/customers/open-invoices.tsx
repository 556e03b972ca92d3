// What a customer owes, order by order: what is overdue first.

import { Badge } from '@mantine/core';
import { Link } from 'react-router';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { creditMessages } from './credit-messages.ts';
import type { OpenTerms } from './use-credit.ts';

const SHOWN = 10;

export function OpenInvoices({ open }: { readonly open: readonly OpenTerms[] }) {
  const say = useSay(creditMessages);
  const formats = useFormats();
  const sorted = [...open].sort((a, b) => Number(b.overdue) - Number(a.overdue));
  return (
    <div className={classes['openTable']}>
      <table className={classes['table']} data-testid="open-invoices">
        <caption className={classes['caption']}>{say('open')}</caption>
        <thead>
          <tr>
            <th>{say('order')}</th>
            <th>{say('invoice')}</th>
            <th>{say('due')}</th>
            <th data-end>{say('owed')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, SHOWN).map((one) => (
            <tr key={one.payment}>
              <td>
                <Link to={`/orders/${one.number}`} translate="no">
                  {one.number}
                </Link>
              </td>
              <td>
                {one.invoiceNumber === null ? (
                  <span className={classes['soft']}>{say('noInvoice')}</span>
                ) : (
                  <span translate="no">{one.invoiceNumber}</span>
                )}
              </td>
              <td>
                <Due terms={one} />
              </td>
              <td data-end>
                {one.owedMinor === 0 ? '–' : formats.money(one.owedMinor, one.currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > SHOWN && (
        <p className={classes['soft']}>{say('more', { count: sorted.length - SHOWN })}</p>
      )}
    </div>
  );
}

function Due({ terms: { state, overdue, dueAt } }: { readonly terms: OpenTerms }) {
  const say = useSay(creditMessages);
  const formats = useFormats();
  if (state === 'waiting' || state === 'asked')
    return (
      <Badge variant="dot" tt="none" fw={500} radius="sm" color="orange">
        {say(state)}
      </Badge>
    );
  return (
    <>
      {dueAt === null ? '–' : formats.day(dueAt)}{' '}
      {overdue && (
        <Badge variant="dot" tt="none" fw={500} radius="sm" color="red">
          {say('overdue')}
        </Badge>
      )}
    </>
  );
}
