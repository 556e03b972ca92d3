// How the page for buyers is set: whether it is open, and what may be asked to come back there.

import type { GetOrderPageAnswer } from '@doorstep/sdk';
import { NumberInput, Skeleton, Switch, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { DeskForm } from './desk-form.tsx';
import { pageMessages } from './page-messages.ts';
import classes from './returns.module.css';
import { useReturnAct } from './use-return-act.ts';

export function OrderPageDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(pageMessages);
  const { api } = useSession();
  const client = useQueryClient();
  const [typed, setTyped] = useState<Partial<GetOrderPageAnswer>>({});
  const { data } = useQuery({
    queryKey: ['order-page'],
    queryFn: ({ signal }) => api.getOrderPage({}, { signal }),
    gcTime: 0,
  });
  const { act, isBusy, error } = useReturnAct(onClose);
  const settings = data === undefined ? undefined : { ...data, ...typed };
  const save = ({ open, returnDays, approvesReturns, contactUrl, version }: GetOrderPageAnswer) =>
    act(async () => {
      await api.setOrderPage({ open, returnDays, approvesReturns, contactUrl, version });
      await client.invalidateQueries({ queryKey: ['order-page'] });
      return say('saved');
    });
  return (
    <DeskForm
      title={say('title')}
      does={say('save')}
      isBusy={isBusy}
      isReady={settings !== undefined}
      error={error}
      onClose={onClose}
      onSubmit={() => settings !== undefined && void save(settings)}
    >
      {settings === undefined ? (
        <Skeleton height={240} />
      ) : (
        <Fields settings={settings} onType={(part) => setTyped({ ...typed, ...part })} />
      )}
    </DeskForm>
  );
}

interface FieldsProps {
  readonly settings: GetOrderPageAnswer;
  readonly onType: (part: Partial<GetOrderPageAnswer>) => void;
}

function Fields({ settings, onType }: FieldsProps) {
  const say = useSay(pageMessages);
  const { open, returnDays, approvesReturns, contactUrl, path } = settings;
  return (
    <>
      <p className={classes['soft']}>
        {say('hint')}{' '}
        <a href={path} target="_blank" rel="noreferrer" translate="no">
          {path}
        </a>
      </p>
      <Switch
        label={say('open')}
        checked={open}
        onChange={({ currentTarget }) => onType({ open: currentTarget.checked })}
      />
      <NumberInput
        label={say('returnDays')}
        description={say('returnDaysHint')}
        min={1}
        max={365}
        allowDecimal={false}
        value={returnDays ?? ''}
        onChange={(value) => onType({ returnDays: Number(value) || null })}
      />
      <Switch
        label={say('approves')}
        checked={approvesReturns}
        onChange={({ currentTarget }) => onType({ approvesReturns: currentTarget.checked })}
      />
      <TextInput
        label={say('contact')}
        description={say('contactHint')}
        maxLength={500}
        value={contactUrl ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onType({ contactUrl: value.trim() === '' ? null : value.trim() })
        }
      />
    </>
  );
}
