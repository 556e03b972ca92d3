// One SKU: what it is, what it is made of, where it lies, who may sell it, and who bought it.

import type { Sku } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ChannelList } from '../inventory/channel-list.tsx';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { BackLink } from '../record/back-link.tsx';
import { recordMessages } from '../record/messages.ts';
import { RecentOrders } from '../record/recent-orders.tsx';
import classes from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { StateBadge } from '../record/state-badge.tsx';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { KitSection } from './kit-section.tsx';
import { catalogMessages } from './messages.ts';
import { SkuFacts } from './sku-facts.tsx';
import { StockSection } from './stock-section.tsx';

const SkuDialog = lazyPart(async () => (await import('./sku-dialog.tsx')).SkuDialog);

export function SkuScreen() {
  const say = useSay(catalogMessages);
  const { api } = useSession();
  const { sku: reference = '' } = useParams();
  const queryKey = ['catalog', 'sku', reference];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getSku({ sku: reference }, { signal }),
    refetchInterval: usePollMs(),
  });
  useLiveRefresh(['sku.'], queryKey, data?.id ?? 'none yet');
  if (data === undefined)
    return (
      <Page title={reference} isName parent={<BackLink to="/catalog" label={say('title')} />}>
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  return <OpenSku sku={data} />;
}

function OpenSku({ sku }: { readonly sku: Sku }) {
  const say = useSay(catalogMessages);
  const { can } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const isKit = sku.components.length > 0;
  return (
    <Page
      title={sku.code}
      isName
      parent={<BackLink to="/catalog" label={say('title')} />}
      beside={
        <>
          <span translate="no" className={classes['soft']}>
            {sku.title}
          </span>
          <StateBadge isGood={sku.active} label={say(sku.active ? 'active' : 'inactive')} />
        </>
      }
      actions={can('catalog:write') && <SkuActions sku={sku} />}
    >
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          {isKit && <KitSection sku={sku} />}
          {can('stock:read') && <StockSection sku={sku} />}
          <RecentOrders filter={{ sku: sku.code }} />
        </div>
        <div className={classes['stack']}>
          <SkuFacts sku={sku} />
          {can('stock:read') && (
            <Section title={say('channels')}>
              <ChannelList sku={sku.code} />
            </Section>
          )}
        </div>
      </div>
      <Suspense>
        {parameters.has('edit') && can('catalog:write') && (
          <SkuDialog
            sku={sku}
            onClose={() => setParameters({}, { replace: true })}
            onSaved={() => setParameters({}, { replace: true })}
          />
        )}
      </Suspense>
    </Page>
  );
}

function SkuActions({ sku }: { readonly sku: Sku }) {
  const say = useSay(catalogMessages);
  const sayRecord = useSay(recordMessages);
  const [, setParameters] = useSearchParams();
  const turn = useTurn(sku);
  const edit = (): void => setParameters({ edit: '1' }, { replace: true });
  const toggle = {
    label: say(sku.active ? 'deactivate' : 'activate'),
    run: () => turn(!sku.active),
  };
  useKeys([{ keys: 'e', does: sayRecord('edit'), run: edit }]);
  useCommands([
    { id: 'edit-sku', label: say('editSku', { sku: sku.code }), keys: 'e', run: edit },
    { id: 'turn-sku', ...toggle },
  ]);
  return (
    <>
      <Button variant="default" onClick={toggle.run}>
        {toggle.label}
      </Button>
      <Button onClick={edit}>{sayRecord('edit')}</Button>
    </>
  );
}

/** On or off, with a way back. */
function useTurn(sku: Sku) {
  const say = useSay(catalogMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const turn = async (active: boolean): Promise<void> => {
    try {
      await api.changeSku({ sku: sku.id, active });
      await client.invalidateQueries({ queryKey: ['catalog'] });
      toast.done(
        say(active ? 'nowActive' : 'nowInactive', { sku: sku.code }),
        () => void turn(!active),
      );
    } catch (error) {
      toast.failed(error);
    }
  };
  return (active: boolean): void => void turn(active);
}
