// Who is signed in, what they may do, and the API as they may call it.

import type { Scope } from '@doorstep/core/access/scope.ts';
import { type Doorstep, DoorstepError, doorstepClient, type Me } from '@doorstep/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { Problem } from '../shell/problem.tsx';

export interface Session {
  readonly api: Doorstep;
  readonly me: Me;
  /** Whether the user may: what they may not is not offered to them. */
  can(scope: Scope): boolean;
  signOut(): void;
  /** The server no longer knows the session: asks to sign in again, here. */
  end(): void;
}

/** A token of this tab; it goes with the tab. */
const TOKEN = 'doorstep.token';

/** Who is signed in does not need it. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession stands outside of SessionProvider');
  return session;
}

/** Shows the sign-in until somebody is signed in, whatever the path: they go on there. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [token, setToken] = useState(() => sessionStorage.getItem(TOKEN));
  const [hasEnded, setHasEnded] = useState(false);
  const keep = useCallback((next: string | null) => {
    if (next === null) sessionStorage.removeItem(TOKEN);
    else sessionStorage.setItem(TOKEN, next);
    setToken(next);
  }, []);
  const end = useCallback(() => {
    setHasEnded(true);
    keep(null);
  }, [keep]);
  if (token === null)
    return (
      <Suspense>
        <SignIn hasEnded={hasEnded} onSignedIn={keep} />
      </Suspense>
    );
  return (
    <SignedIn token={token} end={end} forget={() => keep(null)}>
      {children}
    </SignedIn>
  );
}

interface SignedInProps {
  readonly token: string;
  readonly end: () => void;
  readonly forget: () => void;
  readonly children: ReactNode;
}

function SignedIn({ token, end, forget, children }: SignedInProps) {
  const api = useMemo(
    () => doorstepClient({ url: window.location.origin, apiKey: token, retriesMax: 2 }),
    [token],
  );
  const {
    data: me,
    error,
    refetch,
  } = useQuery({
    queryKey: ['me', token],
    queryFn: () => api.getMe(),
    staleTime: 60_000,
  });
  useEndWhenRefused(end);
  const session = useMemo<Session | null>(() => {
    if (me === undefined) return null;
    const scopes = new Set<string>(me.scopes);
    return {
      api,
      me,
      can: (scope) => scopes.has(scope),
      end,
      signOut() {
        // Whether the server hears of it or not, this browser no longer has the token.
        api.signOut().catch(() => {});
        forget();
      },
    };
  }, [api, me, end, forget]);
  if (session !== null) return <SessionContext value={session}>{children}</SessionContext>;
  return error === null ? null : <Problem error={error} onRetry={() => void refetch()} />;
}

/** Any answer may be the first to say that the session is over. */
function useEndWhenRefused(end: () => void): void {
  const client = useQueryClient();
  useEffect(() => {
    const endIfOver = (error: unknown): void => {
      if (error instanceof DoorstepError && error.status === 401) end();
    };
    const stops = [
      client.getQueryCache().subscribe(({ query }) => endIfOver(query.state.error)),
      client.getMutationCache().subscribe(({ mutation }) => endIfOver(mutation?.state.error)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, end]);
}
