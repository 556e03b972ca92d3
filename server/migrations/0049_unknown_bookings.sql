-- A report may tell of a booking by a word that nobody here knows: it is kept, and a difference says so.
alter table statement_lines
  drop constraint line_kind_is_known,
  add constraint line_kind_is_known check (kind in ('charge', 'refund', 'dispute', 'dispute-reversal',
    'fee', 'payout', 'payout-reversal', 'conversion', 'other', 'unknown'));
alter table differences
  drop constraint difference_cause_is_known,
  add constraint difference_cause_is_known check (cause in ('missing-in-ledger',
    'missing-at-provider', 'amount-differs', 'currency-differs', 'fee-unknown', 'fee-differs',
    'duplicate', 'timing', 'payout-differs', 'kind-unknown'));
