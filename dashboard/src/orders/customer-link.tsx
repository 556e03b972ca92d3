// A link to the page where the buyer sees the order: for a mail, or somebody on the phone.

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useCommands } from '../shell/commands.tsx';
import { SecretShown } from '../shell/secret-shown.tsx';
import { useToast } from '../shell/toast.tsx';
import { orderSideMessages } from './order-side-messages.ts';

export function CustomerLink({ order }: { readonly order: string }) {
  const say = useSay(orderSideMessages);
  const { api, can } = useSession();
  const toast = useToast();
  const [shown, setShown] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: () => api.createOrderLink({ order }),
    async onSuccess({ path, url }) {
      const link = url ?? new URL(path ?? '/', window.location.origin).href;
      setShown(link);
      // A browser may forbid the clipboard: the link is shown all the same.
      const isCopied = await navigator.clipboard.writeText(link).then(
        () => true,
        () => false,
      );
      if (isCopied) toast.done(say('linkCopied'));
    },
    onError: toast.failed,
  });
  const copy = (): void => make.mutate();
  useCommands([{ id: 'customer link', label: say('copyLink'), scope: 'orders:write', run: copy }]);
  if (!can('orders:write')) return null;
  return (
    <div>
      <Button size="compact-sm" variant="default" loading={make.isPending} onClick={copy}>
        {say('copyLink')}
      </Button>
      {shown !== null && (
        <SecretShown label={say('linkMade')} hint={say('linkHint')} secret={shown} />
      )}
    </div>
  );
}
