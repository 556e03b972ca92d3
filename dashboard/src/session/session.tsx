// Who is signed in, what they may do, and the API as they may call it. The browser keeps the session in
// a cookie that no script reads; what a page knows is who it is, and a token for its writes.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { type Doorstep, DoorstepError, type Me } from '@doorstep/sdk';
import {
  type MutationCacheNotifyEvent,
  type QueryCacheNotifyEvent,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { readSetting, writeSetting } from '../language/setting.ts';
import { lazyPart } from '../shell/lazy-part.ts';
import { Problem } from '../shell/problem.tsx';
import { pageClient } from './page-client.ts';
import { PreferenceKeeper } from './preference-keeper.tsx';
import { hearOtherTabs, tellOtherTabs } from './tabs.ts';
import { TenantLook } from './tenant-look.tsx';

export interface Session {
  readonly api: Doorstep;
  readonly me: Me;
  /** Whether the user may: what they may not is not offered to them. */
  can(scope: Scope): boolean;
  signOut(): void;
  /** Goes on in another tenant that this browser is signed in to. */
  switchTo(tenant: string): Promise<void>;
  /** Shows the sign-in once more, to be in another tenant as well. */
  addTenant(): void;
  /** The server no longer knows the session: asks to sign in again, here. */
  end(): void;
}

/** Who is signed in does not need them. */
const SignIn = lazyPart(async () => (await import('./sign-in.tsx')).SignIn);
const SignInAgain = lazyPart(async () => (await import('./sign-in-again.tsx')).SignInAgain);
const ResetPassword = lazyPart(async () => (await import('./reset-password.tsx')).ResetPassword);

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside of SessionProvider');
  return session;
}

/** Shows the sign-in until somebody is signed in, whatever the path: they go on there. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Suspense>
      <Door>{children}</Door>
    </Suspense>
  );
}

function Door({ children }: { readonly children: ReactNode }) {
  const [isReset] = useState(window.location.pathname === '/reset-password');
  // Counts up with each sign-in: what hangs on the session, such as the live stream, begins anew.
  const [round, setRound] = useState(0);
  const [isAdding, setIsAdding] = useState(false);
  const api = useMemo(() => pageClient(round), [round]);
  const {
    data: me,
    error,
    refetch,
  } = useQuery({
    queryKey: ['me'],
    queryFn: () => api.getMe(),
    staleTime: 60_000,
    enabled: !isReset,
  });
  const isIn = me !== undefined;
  useEffect(() => {
    // What the page cannot see in the cookie: whether somebody was signed in here.
    if (isIn) writeSetting('signedIn', 'yes');
  }, [isIn]);
  const known = useRef(me);
  useEffect(() => {
    known.current = me;
  });
  useEffect(
    () =>
      hearOtherTabs(async () => {
        const before = known.current;
        const { data: after } = await refetch();
        // The same user in the same tenant: the page goes on, with the token of the new session.
        if (after !== undefined && isSame(before, after)) setRound((round) => round + 1);
        else window.location.reload();
      }),
    [refetch],
  );
  const enter = useCallback(() => {
    tellOtherTabs();
    setRound((before) => before + 1);
    void refetch();
  }, [refetch]);
  if (isReset) return <ResetPassword />;
  if (isAdding)
    return (
      <SignIn
        hasEnded={false}
        onSignedIn={() => leaveTo('/')}
        onCancel={() => setIsAdding(false)}
      />
    );
  if (me !== undefined)
    return (
      <SignedIn api={api} me={me} onEnter={enter} onAdd={() => setIsAdding(true)}>
        {children}
      </SignedIn>
    );
  if (error instanceof DoorstepError && error.status === 401)
    return <SignIn hasEnded={readSetting('signedIn') !== null} onSignedIn={enter} />;
  return error === null ? null : <Problem error={error} onRetry={() => void refetch()} />;
}

function isSame(before: Me | undefined, after: Me): boolean {
  return before?.actor.id === after.actor.id && before.tenant.id === after.tenant.id;
}

/** Another tenant is another everything: nothing of this one may stay on the page. */
function leaveTo(path: string): void {
  tellOtherTabs();
  window.location.assign(path);
}

interface SignedInProps {
  readonly api: Doorstep;
  readonly me: Me;
  readonly onEnter: () => void;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

function SignedIn({ api, me, onEnter, onAdd, children }: SignedInProps) {
  const [hasEnded, setHasEnded] = useState(false);
  const client = useQueryClient();
  const end = useCallback(() => setHasEnded(true), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new client is a new session
  useEffect(() => setHasEnded(false), [api]);
  useEndWhenRefused(end);
  const session = useMemo<Session>(() => {
    const scopes = new Set<string>(me.scopes);
    return {
      api,
      me,
      can: (scope) => scopes.has(scope),
      end,
      signOut() {
        writeSetting('signedIn', null);
        // Whether the server hears of it or not, this page forgets what it showed.
        api
          .signOut()
          .catch(() => {})
          .finally(() => leaveTo('/'));
      },
      async switchTo(tenant) {
        await api.switchTenant({ tenant });
        leaveTo('/');
      },
      addTenant: onAdd,
    };
  }, [api, me, end, onAdd]);
  return (
    <SessionContext value={session}>
      <PreferenceKeeper api={api} me={me} />
      <TenantLook tenant={me.tenant} />
      {children}
      {hasEnded && (
        <Suspense>
          <SignInAgain
            me={me}
            onSignedIn={(isSame) => {
              if (!isSame) return leaveTo('/');
              onEnter();
              void client.invalidateQueries();
            }}
          />
        </Suspense>
      )}
    </SessionContext>
  );
}

/** Any answer may be the first to say that the session is over. */
function useEndWhenRefused(end: () => void): void {
  const client = useQueryClient();
  useEffect(() => {
    // Not whatever still holds an error of the session before: only an answer that came now.
    const endIfOver = (event: QueryCacheNotifyEvent | MutationCacheNotifyEvent): void => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      const { error } = event.action;
      if (error instanceof DoorstepError && error.code === 'not-authenticated') end();
    };
    const stops = [
      client.getQueryCache().subscribe(endIfOver),
      client.getMutationCache().subscribe(endIfOver),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, end]);
}
