// Everything around the screens, outermost first.

import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, Suspense, useState } from 'react';
import { createBrowserRouter, createPath, RouterProvider } from 'react-router';
import { LanguageProvider, useLanguage } from '../language/language.tsx';
import { LiveProvider } from '../live/live.tsx';
import { SessionProvider } from '../session/session.tsx';
import { CommandProvider } from '../shell/commands.tsx';
import { KeyProvider } from '../shell/keys.tsx';
import { lazyPart } from '../shell/lazy-part.ts';
import { loadScreen } from '../shell/load-part.ts';
import { NotFound, RequireScope } from '../shell/require-scope.tsx';
import { BrokenScreen } from '../shell/screen-errors.tsx';
import { Shell } from '../shell/shell.tsx';
import { Help } from '../tour/help.tsx';
import { rooms } from './rooms.ts';
import { screens } from './screens.ts';
import { theme } from './theme.ts';

export function App({ nonce }: { readonly nonce: string }) {
  const [client] = useState(newQueryClient);
  return (
    <LanguageProvider>
      <Looks nonce={nonce}>
        <QueryClientProvider client={client}>
          <SessionProvider>
            <LiveProvider>
              <KeyProvider>
                <CommandProvider>
                  <RouterProvider router={router} />
                </CommandProvider>
              </KeyProvider>
            </LiveProvider>
          </SessionProvider>
        </QueryClientProvider>
      </Looks>
    </LanguageProvider>
  );
}

const Notifications = lazyPart(async () => (await import('@mantine/notifications')).Notifications);

const router = createBrowserRouter([
  {
    element: <Shell rooms={rooms} extras={<Help />} />,
    errorElement: <BrokenScreen />,
    children: [
      ...screens.map(({ path, scope, load }) => ({
        path,
        errorElement: <BrokenScreen />,
        lazy: async () => {
          const screen = await screenOf(load);
          return { element: <RequireScope scope={scope}>{screen}</RequireScope> };
        },
      })),
      { path: '*', element: <NotFound /> },
    ],
  },
]);

/** The router shows nothing at all for the first screen of a page, where that fails to load. */
async function screenOf(load: () => Promise<ComponentType>): Promise<ReactNode> {
  try {
    const Screen = await loadScreen(load, whereOneGoes);
    return <Screen />;
  } catch {
    return <BrokenScreen />;
  }
}

function whereOneGoes(): string | undefined {
  const { location } = router.state.navigation;
  return location === undefined ? undefined : createPath(location);
}

function Looks({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  const { direction } = useLanguage();
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        {children}
        <Suspense>
          <Notifications position="bottom-right" limit={4} />
        </Suspense>
      </MantineProvider>
    </DirectionProvider>
  );
}

/** The SDK tries again by itself; what it gives up on is told. */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
