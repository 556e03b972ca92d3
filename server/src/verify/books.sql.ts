// The books balance, and what a provider's statement was matched with is what it says.

import { type Invariant, invariant, OWN } from './sql.ts';

export const bookInvariants: readonly Invariant[] = [
  invariant(
    'entriesBalance',
    'Every journal entry balances in each of its currencies',
    `select entry.id as subject, concat(line.currency, ' ', sum(line.debit)) as found,
            concat(line.currency, ' ', sum(line.credit)) as expected
     from journal_entries as entry
     cross join lateral jsonb_to_recordset(entry.lines)
       as line(currency text, debit bigint, credit bigint)
     where entry.${OWN}
     group by entry.id, line.currency having sum(line.debit) <> sum(line.credit)`,
  ),
  invariant(
    'entriesOfTheLedger',
    'What is entered of the ledger is what the ledger says, in both currencies where it says two',
    `select entry.id as subject,
            concat(sum(line.debit) filter (where line.currency = ledger.currency), ' ',
                   sum(line.debit) filter (where line.currency <> ledger.currency), ' ', entry.kind)
              as found,
            concat(ledger.amount_minor, ' ', ledger.order_amount_minor, ' ', ledger.kind) as expected
     from journal_entries as entry
     join payment_ledger as ledger on ledger.tenant_id = entry.tenant_id
       and ledger.id = entry.source_id
     cross join lateral jsonb_to_recordset(entry.lines)
       as line(currency text, debit bigint, credit bigint)
     where entry.${OWN} and entry.source = 'ledger' and entry.kind <> 'fee'
     group by entry.id, entry.kind, ledger.amount_minor, ledger.order_amount_minor, ledger.kind
     having coalesce(sum(line.debit) filter (where line.currency = ledger.currency), 0)
            <> ledger.amount_minor
         or coalesce(sum(line.debit) filter (where line.currency <> ledger.currency), 0)
            <> case when ledger.kind in ('captured', 'refunded', 'returned')
                    then coalesce(ledger.order_amount_minor, 0) else 0 end`,
  ),
  invariant(
    'matchesAreOfTheSame',
    'A line of a statement and the entry of the ledger that it means are of one account',
    `select line.id as subject, line.connection_id as found, payment.connection_id as expected
     from statement_lines as line
     join payment_ledger as ledger on ledger.tenant_id = line.tenant_id
       and ledger.id = line.ledger_id
     join payments as payment on payment.tenant_id = line.tenant_id
       and payment.id = ledger.payment_id
     where line.${OWN} and payment.connection_id is not null
       and payment.connection_id <> line.connection_id`,
  ),
];
