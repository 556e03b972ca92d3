// Makes or changes a SKU.

import type { Sku } from '@doorstep/sdk';
import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { EditDialog } from '../record/edit-dialog.tsx';
import { recordMessages } from '../record/messages.ts';
import classes from '../record/record.module.css';
import { type DraftEdit, useDraft } from '../record/use-draft.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { BarcodeFields } from './barcode-fields.tsx';
import { ComponentFields } from './component-fields.tsx';
import { catalogMessages } from './messages.ts';
import { changeOf, draftOf, NEW_SKU, type SkuDraft } from './sku-draft.ts';

export interface SkuDialogProps {
  /** Null: a new one. */
  readonly sku: Sku | null;
  readonly onClose: () => void;
  readonly onSaved: (code: string) => void;
}

const LABELS = {
  code: 'code',
  title: 'name',
  barcodes: 'barcodes',
  price: 'price',
  currency: 'currency',
  weightGrams: 'weightGrams',
  lengthMm: 'lengthMm',
  widthMm: 'widthMm',
  heightMm: 'heightMm',
  components: 'components',
} as const;

export function SkuDialog({ sku, onClose, onSaved }: SkuDialogProps) {
  const say = useSay(catalogMessages);
  const edit = useSkuDraft(sku, onSaved);
  const text = (field: keyof SkuDraft) => ({
    label: say(LABELS[field]),
    value: edit.draft[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      edit.set({ [field]: event.currentTarget.value }),
  });
  return (
    <EditDialog
      title={sku === null ? say('newSku') : say('editSku', { sku: sku.code })}
      edit={edit}
      isNew={sku === null}
      labelOf={(field) => say(LABELS[field])}
      onClose={onClose}
    >
      {sku === null && (
        <TextInput
          {...text('code')}
          description={say('codeHint')}
          required
          maxLength={100}
          data-autofocus
          autoComplete="off"
        />
      )}
      <TextInput {...text('title')} required maxLength={300} data-autofocus={sku !== null} />
      <BarcodeFields value={edit.draft.barcodes} onChange={(barcodes) => edit.set({ barcodes })} />
      <div className={classes['pair']}>
        <TextInput
          {...text('price')}
          inputMode="decimal"
          pattern="\d+([.,]\d+)?"
          autoComplete="off"
        />
        <TextInput {...text('currency')} pattern="[A-Z]{3}" maxLength={3} autoComplete="off" />
      </div>
      <Measures edit={edit} />
      <ComponentFields
        value={edit.draft.components}
        onChange={(components) => edit.set({ components })}
      />
    </EditDialog>
  );
}

function Measures({ edit }: { readonly edit: DraftEdit<SkuDraft> }) {
  const say = useSay(catalogMessages);
  return (
    <div className={classes['pair']}>
      {(['weightGrams', 'lengthMm', 'widthMm', 'heightMm'] as const).map((field) => (
        <TextInput
          key={field}
          label={say(field)}
          inputMode="numeric"
          maxLength={7}
          value={edit.draft[field]}
          onChange={({ currentTarget: { value } }) =>
            edit.set({ [field]: value.replaceAll(/\D/g, '') })
          }
        />
      ))}
    </div>
  );
}

function useSkuDraft(sku: Sku | null, onSaved: (code: string) => void): DraftEdit<SkuDraft> {
  const sayRecord = useSay(recordMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  return useDraft<SkuDraft>({
    base: sku === null ? NEW_SKU : draftOf(sku),
    version: sku?.version ?? 0,
    async save(draft, changed, version) {
      const change = changeOf(draft, sku === null ? new Set(Object.keys(LABELS) as []) : changed);
      const code = sku?.code ?? draft.code.trim();
      if (sku === null) await api.createSku({ ...change, code, title: draft.title.trim() });
      else await api.changeSku({ sku: sku.id, ...change, version });
      await client.invalidateQueries({ queryKey: ['catalog'] });
      toast.done(sayRecord('saved', { name: code }));
      onSaved(code);
    },
    async read() {
      const now = await api.getSku({ sku: sku?.id ?? '' });
      return { draft: draftOf(now), version: now.version };
    },
    onSaved() {},
  });
}
