// One location: when it works, whom it serves, what it can do, where it lies, and what is open there.

import type { Location } from '@doorstep/sdk';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useSay } from '../language/say.ts';
import { useLiveRefresh, usePollMs } from '../live/live.tsx';
import { BackLink } from '../record/back-link.tsx';
import { recordMessages } from '../record/messages.ts';
import { RecentOrders } from '../record/recent-orders.tsx';
import classes from '../record/record.module.css';
import { StateBadge } from '../record/state-badge.tsx';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { useKeys } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { Page } from '../shell/page.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToast } from '../shell/toast.tsx';
import { AddressSection } from './address-section.tsx';
import { HoursSection } from './hours-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { locationMessages } from './messages.ts';
import { pathOfLocation } from './path-of-location.ts';
import { ServedSection } from './served-section.tsx';
import { WorkSection } from './work-section.tsx';

const LocationDialog = lazyPart(async () => (await import('./location-dialog.tsx')).LocationDialog);

export function LocationScreen() {
  const say = useSay(locationMessages);
  const { api } = useSession();
  const { location: reference = '' } = useParams();
  const queryKey = ['locations', 'one', reference];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.getLocation({ location: reference }, { signal }),
    refetchInterval: usePollMs(),
  });
  useLiveRefresh(['location.'], queryKey, data?.id ?? 'none yet');
  if (data === undefined)
    return (
      <Page title={reference} isName parent={<BackLink to="/locations" label={say('title')} />}>
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  return <OpenLocation place={data} />;
}

function OpenLocation({ place }: { readonly place: Location }) {
  const say = useSay(locationMessages);
  const { can } = useSession();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const mayEdit = can('locations:write');
  return (
    <Page
      title={place.code}
      isName
      parent={<BackLink to="/locations" label={say('title')} />}
      beside={
        <>
          <span translate="no" className={classes['soft']}>
            {place.name}
          </span>
          <StateBadge isGood={place.active} label={say(place.active ? 'active' : 'inactive')} />
        </>
      }
      actions={mayEdit && <LocationActions place={place} />}
    >
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          <HoursSection place={place} />
          {can('fulfillment:read') && <WorkSection place={place} />}
          <ServedSection place={place} />
          <RecentOrders filter={{ location: place.code }} />
        </div>
        <div className={classes['stack']}>
          <AddressSection place={place} />
          <LimitsSection place={place} />
        </div>
      </div>
      <Suspense>
        {parameters.has('edit') && mayEdit && (
          <LocationDialog
            place={place}
            onClose={() => setParameters({}, { replace: true })}
            onSaved={(code) => void navigate(pathOfLocation(code), { replace: true })}
          />
        )}
      </Suspense>
    </Page>
  );
}

function LocationActions({ place }: { readonly place: Location }) {
  const say = useSay(locationMessages);
  const sayRecord = useSay(recordMessages);
  const [, setParameters] = useSearchParams();
  const turn = useTurn(place);
  const edit = (): void => setParameters({ edit: '1' }, { replace: true });
  const toggle = {
    label: say(place.active ? 'deactivate' : 'activate'),
    run: () => turn(!place.active),
  };
  useKeys([{ keys: 'e', does: sayRecord('edit'), run: edit }]);
  useCommands([
    {
      id: 'edit-location',
      label: say('editLocation', { location: place.code }),
      keys: 'e',
      run: edit,
    },
    { id: 'turn-location', ...toggle },
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
function useTurn(place: Location) {
  const say = useSay(locationMessages);
  const { api } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const turn = async (active: boolean): Promise<void> => {
    try {
      await api.changeLocation({ location: place.id, active });
      await client.invalidateQueries({ queryKey: ['locations'] });
      toast.done(
        say(active ? 'nowActive' : 'nowInactive', { location: place.code }),
        () => void turn(!active),
      );
    } catch (error) {
      toast.failed(error);
    }
  };
  return (active: boolean): void => void turn(active);
}
