-- A refund that was done may come back from the bank: an entry of the ledger takes it back, and a booking
-- of the provider says the same.
alter table payment_ledger
  drop constraint ledger_kind_is_known,
  add constraint ledger_kind_is_known
    check (kind in ('authorized', 'voided', 'captured', 'refunded', 'returned', 'disputed',
      'reinstated'));
alter table statement_lines
  drop constraint line_kind_is_known,
  add constraint line_kind_is_known check (kind in ('charge', 'refund', 'refund-reversal', 'dispute',
    'dispute-reversal', 'fee', 'payout', 'payout-reversal', 'conversion', 'other', 'unknown'));
