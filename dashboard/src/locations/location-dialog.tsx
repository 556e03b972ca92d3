// Makes or changes a location, and says what that changes.

import type { Location } from '@doorstep/sdk';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { EditDialog } from '../record/edit-dialog.tsx';
import { recordMessages } from '../record/messages.ts';
import classes from '../record/record.module.css';
import { type DraftEdit, useDraft } from '../record/use-draft.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { ChangePreview } from './change-preview.tsx';
import { DayFields } from './day-fields.tsx';
import {
  changeOf,
  draftOf,
  FIELDS,
  KINDS,
  type LocationDraft,
  newLocation,
} from './location-draft.ts';
import { locationMessages } from './messages.ts';
import { ServedFields } from './served-fields.tsx';

export interface LocationDialogProps {
  /** Null: a new one. */
  readonly place: Location | null;
  readonly onClose: () => void;
  readonly onSaved: (code: string) => void;
}

export function LocationDialog({ place, onClose, onSaved }: LocationDialogProps) {
  const say = useSay(locationMessages);
  const { currency } = useSession().me.tenant;
  const [now] = useState(() => new Date());
  const [before] = useState(() =>
    place === null ? newLocation(zoneHere()) : draftOf(place, currency),
  );
  const edit = useLocationDraft(place, before, onSaved);
  return (
    <EditDialog
      title={place === null ? say('newLocation') : say('editLocation', { location: place.code })}
      edit={edit}
      isNew={place === null}
      size="xl"
      labelOf={(field) => say(field)}
      onClose={onClose}
    >
      <div className={classes['pair']}>
        <Field edit={edit} field="code" isRequired />
        <Field edit={edit} field="name" isRequired />
        <NativeSelect
          label={say('kind')}
          data={KINDS.map((kind) => ({ value: kind, label: say(kind) }))}
          value={edit.draft.kind}
          onChange={(event) => edit.set({ kind: event.currentTarget.value })}
        />
      </div>
      <Field edit={edit} field="street" />
      <div className={classes['pair']}>
        <Field edit={edit} field="postalCode" />
        <Field edit={edit} field="city" />
        <Field edit={edit} field="region" />
        <Field edit={edit} field="country" isRequired pattern="[A-Za-z]{2}" />
      </div>
      <HourFields edit={edit} />
      <ServedFields value={edit.draft.channels} onChange={(channels) => edit.set({ channels })} />
      <div className={classes['pair']}>
        <NumberField edit={edit} field="capacity" />
        <Field
          edit={edit}
          field="handlingCost"
          label={say('costIn', { currency })}
          pattern="\d+([.,]\d+)?"
        />
        <NumberField edit={edit} field="safetyStock" />
      </div>
      <ChangePreview before={before} draft={edit.draft} now={now} />
    </EditDialog>
  );
}

type Edit = DraftEdit<LocationDraft>;

interface FieldProps {
  readonly edit: Edit;
  readonly field: keyof LocationDraft;
  readonly isRequired?: boolean;
  readonly pattern?: string;
  readonly label?: string;
}

function Field({ edit, field, isRequired = false, pattern, label }: FieldProps) {
  const say = useSay(locationMessages);
  return (
    <TextInput
      label={label ?? say(field)}
      required={isRequired}
      pattern={pattern}
      maxLength={200}
      autoComplete="off"
      value={edit.draft[field]}
      onChange={(event) => edit.set({ [field]: event.currentTarget.value })}
    />
  );
}

function NumberField({ edit, field }: Pick<FieldProps, 'edit' | 'field'>) {
  const say = useSay(locationMessages);
  return (
    <TextInput
      label={say(field)}
      placeholder={field === 'capacity' ? say('unlimited') : undefined}
      inputMode="numeric"
      maxLength={9}
      required={field !== 'capacity'}
      withAsterisk={false}
      value={edit.draft[field]}
      onChange={({ currentTarget: { value } }) =>
        edit.set({ [field]: value.replaceAll(/\D/g, '') })
      }
    />
  );
}

function HourFields({ edit }: { readonly edit: Edit }) {
  const say = useSay(locationMessages);
  return (
    <>
      <div className={classes['pair']}>
        <TextInput
          label={say('timeZone')}
          required
          list="time-zones"
          autoComplete="off"
          value={edit.draft.timeZone}
          onChange={(event) => edit.set({ timeZone: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={say('cutOff')}
          value={edit.draft.cutOff}
          onChange={(event) => edit.set({ cutOff: event.currentTarget.value })}
        />
        <NumberField edit={edit} field="handlingDays" />
      </div>
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <DayFields value={edit.draft.openDays} onChange={(openDays) => edit.set({ openDays })} />
      <Textarea
        label={say('daysOff')}
        description={say('daysOffHint')}
        rows={3}
        value={edit.draft.daysOff}
        onChange={(event) => edit.set({ daysOff: event.currentTarget.value })}
      />
    </>
  );
}

function useLocationDraft(
  place: Location | null,
  base: LocationDraft,
  onSaved: (code: string) => void,
): Edit {
  const sayRecord = useSay(recordMessages);
  const { api, me } = useSession();
  const { currency } = me.tenant;
  const toast = useToast();
  const client = useQueryClient();
  return useDraft<LocationDraft>({
    base,
    version: place?.version ?? 0,
    async save(draft, changed, version) {
      const change = changeOf(draft, place === null ? new Set(FIELDS) : changed, currency);
      const { code } =
        place === null
          ? await api.createLocation(change as Parameters<typeof api.createLocation>[0])
          : await api.changeLocation({ location: place.id, ...change, version });
      await client.invalidateQueries({ queryKey: ['locations'] });
      toast.done(sayRecord('saved', { name: code }));
      onSaved(code);
    },
    async read() {
      const now = await api.getLocation({ location: place?.id ?? '' });
      return { draft: draftOf(now, currency), version: now.version };
    },
    onSaved() {},
  });
}

function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
