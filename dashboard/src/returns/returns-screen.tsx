// What comes back: what waits for a decision, for the parcel, for the refund, and all of it.

import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { returnMessages } from './messages.ts';
import { ReturnFilters } from './return-filters.tsx';
import { ReturnList } from './return-list.tsx';

const AnnounceDialog = lazyPart(async () => (await import('./announce-dialog.tsx')).AnnounceDialog);
const OrderPageDialog = lazyPart(
  async () => (await import('./order-page-dialog.tsx')).OrderPageDialog,
);

export function ReturnsScreen() {
  const say = useSay(returnMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const [dialog, setDialog] = useState<'announce' | 'order-page' | null>(null);
  const close = (): void => setDialog(null);
  const change = (parts: Readonly<Record<string, string | null>>): void =>
    setParameters((before) => changed(before, parts), { replace: true });
  const announce = (): void => setDialog('announce');
  useKeys(can('returns:write') ? [{ keys: 'n', does: say('announce'), run: announce }] : []);
  useCommands([
    { id: 'announce', label: say('announce'), scope: 'returns:write', keys: 'n', run: announce },
  ]);
  return (
    <Page
      title={say('title')}
      fill
      actions={
        <>
          {can('catalog:write') && (
            <Button variant="subtle" onClick={() => setDialog('order-page')}>
              {say('orderPage')}
            </Button>
          )}
          {can('returns:write') && (
            <Button variant="default" onClick={announce}>
              {say('announce')}
            </Button>
          )}
        </>
      }
    >
      <ReturnFilters parameters={parameters} onChange={change} />
      <ReturnList
        parameters={parameters}
        onClear={() => setParameters({}, { replace: true })}
        onOpen={(id) => void navigate(`/returns/${id}`)}
      />
      <Suspense>
        {dialog === 'announce' && (
          <AnnounceDialog onClose={close} onDone={(id) => void navigate(`/returns/${id}`)} />
        )}
        {dialog === 'order-page' && <OrderPageDialog onClose={close} />}
      </Suspense>
    </Page>
  );
}

function changed(
  before: URLSearchParams,
  parts: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(parts))
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  return next;
}
