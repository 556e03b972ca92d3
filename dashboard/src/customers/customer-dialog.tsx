// Makes or changes a customer.

import type { Customer } from '@doorstep/sdk';
import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { EditDialog } from '../record/edit-dialog.tsx';
import { recordMessages } from '../record/messages.ts';
import { useDraft } from '../record/use-draft.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { customerMessages } from './messages.ts';

export interface CustomerDialogProps {
  /** Null: a new one. */
  readonly customer: Customer | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const FIELDS = ['name', 'email', 'phone', 'externalId'] as const;
const LENGTH_MAX = { name: 200, email: 254, phone: 50, externalId: 100 };

type CustomerDraft = Readonly<Record<(typeof FIELDS)[number], string>>;

const NEW_CUSTOMER: CustomerDraft = { name: '', email: '', phone: '', externalId: '' };

export function CustomerDialog({ customer, onClose, onSaved }: CustomerDialogProps) {
  const say = useSay(customerMessages);
  const edit = useCustomerDraft(customer, onSaved);
  return (
    <EditDialog
      title={say(customer === null ? 'newCustomer' : 'editCustomer')}
      edit={edit}
      isNew={customer === null}
      size="md"
      labelOf={(field) => say(field)}
      onClose={onClose}
    >
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          label={say(field)}
          type={field === 'email' ? 'email' : 'text'}
          maxLength={LENGTH_MAX[field]}
          autoComplete="off"
          data-autofocus={field === 'name' || undefined}
          value={edit.draft[field]}
          onChange={(event) => edit.set({ [field]: event.currentTarget.value })}
        />
      ))}
    </EditDialog>
  );
}

function useCustomerDraft(customer: Customer | null, onSaved: (id: string) => void) {
  const sayRecord = useSay(recordMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  return useDraft<CustomerDraft>({
    base: customer === null ? NEW_CUSTOMER : draftOf(customer),
    version: customer?.version ?? 0,
    async save(draft, changed, version) {
      const fields = FIELDS.filter((field) => changed.has(field));
      const change = Object.fromEntries(
        fields.map((field) => [field, draft[field].trim() === '' ? null : draft[field].trim()]),
      );
      const saved =
        customer === null
          ? await api.createCustomer(change)
          : await api.changeCustomer({ customer: customer.id, ...change, version });
      await client.invalidateQueries({ queryKey: ['customers'] });
      toast.done(sayRecord('saved', { name: saved.name ?? saved.email ?? '' }));
      onSaved(saved.id);
    },
    async read() {
      const now = await api.getCustomer({ customer: customer?.id ?? '' });
      return { draft: draftOf(now), version: now.version };
    },
    onSaved() {},
  });
}

function draftOf({ name, email, phone, externalId }: Customer): CustomerDraft {
  return {
    name: name ?? '',
    email: email ?? '',
    phone: phone ?? '',
    externalId: externalId ?? '',
  };
}
