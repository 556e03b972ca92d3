// Sets how much a customer may owe in a currency, and when it is to be paid.

import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { minorUnitsOf, typedAmount } from '../orders/amounts.ts';
import { EditDialog } from '../record/edit-dialog.tsx';
import { type DraftEdit, useDraft } from '../record/use-draft.ts';
import { useSession } from '../session/session.tsx';
import { useSettings } from '../settings/use-reasons.ts';
import { useToast } from '../shell/toast.tsx';
import { creditMessages } from './credit-messages.ts';
import { type Credit, creditKey } from './use-credit.ts';

export interface CreditDialogProps {
  readonly customer: string;
  readonly known: readonly Credit[];
  /** Null: one in a currency that is chosen here. */
  readonly credit: Credit | null;
  readonly onClose: () => void;
}

type CreditDraft = Readonly<Record<'currency' | 'limit' | 'days', string>>;

const NET_DAYS = '30';

export function CreditDialog(props: CreditDialogProps) {
  const say = useSay(creditMessages);
  const edit = useCreditDraft(props);
  const { currency, limit, days } = edit.draft;
  const faults = faultsOf(edit.draft);
  const field = (name: keyof CreditDraft) => ({
    label: say(name),
    value: edit.draft[name],
    error: faults[name] !== undefined && say(faults[name]),
  });
  return (
    <EditDialog
      title={say('creditTitle')}
      edit={edit}
      isNew={props.credit === null}
      isWrong={Object.keys(faults).length > 0 || limit.trim() === ''}
      size="md"
      labelOf={say}
      onClose={props.onClose}
    >
      <TextInput
        {...field('currency')}
        maxLength={3}
        disabled={props.credit !== null}
        translate="no"
        onChange={(event) => edit.set({ currency: event.currentTarget.value.toUpperCase() })}
      />
      <TextInput
        {...field('limit')}
        description={say('limitHint')}
        inputMode="decimal"
        data-autofocus
        rightSection={<span translate="no">{currency}</span>}
        rightSectionWidth={48}
        onChange={(event) => edit.set({ limit: event.currentTarget.value })}
      />
      <TextInput
        {...field('days')}
        description={say('daysHint')}
        inputMode="numeric"
        maxLength={3}
        value={days}
        onChange={(event) => edit.set({ days: event.currentTarget.value.replaceAll(/\D/g, '') })}
      />
    </EditDialog>
  );
}

function faultsOf({ currency, limit, days }: CreditDraft) {
  return {
    ...(!/^[A-Z]{3}$/.test(currency) && { currency: 'noCurrency' as const }),
    ...(minorUnitsOf(limit, currency) === undefined && { limit: 'noAmount' as const }),
    ...(!(/^\d{1,3}$/.test(days) && Number(days) <= 365) && { days: 'noDays' as const }),
  };
}

function useCreditDraft({ customer, known, credit, onClose }: CreditDialogProps) {
  const say = useSay(creditMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const usual = useSettings().data?.appearance.currency ?? 'EUR';
  const base = credit === null ? { currency: usual, limit: '', days: NET_DAYS } : draftOf(credit);
  const edit: DraftEdit<CreditDraft> = useDraft<CreditDraft>({
    base,
    version: credit?.version ?? 0,
    async save(draft, _changed, version) {
      const { currency } = draft;
      // Of another currency than the one at first, what is known of it is what was seen.
      const seen = credit?.version ?? known.find((one) => one.currency === currency)?.version ?? 0;
      const answer = await api.setCustomerCredit({
        ...{ customer, currency, netDays: Number(draft.days) },
        limitMinor: minorUnitsOf(draft.limit, currency) ?? 0,
        version: Math.max(version, seen),
      });
      client.setQueryData(creditKey(customer), answer);
      toast.done(say('saved'));
    },
    async read() {
      const { currency } = edit.draft;
      const { credits } = await api.getCustomerCredit({ customer });
      const now = credits.find((one) => one.currency === currency);
      return now === undefined
        ? { draft: base, version: 0 }
        : { draft: draftOf(now), version: now.version };
    },
    onSaved: onClose,
  });
  return edit;
}

function draftOf({ currency, limitMinor, netDays }: Credit): CreditDraft {
  return { currency, limit: typedAmount(limitMinor, currency), days: String(netDays) };
}
