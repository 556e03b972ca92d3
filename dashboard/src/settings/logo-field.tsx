// The picture beside the name: chosen from a file, shown, taken away.

import { Button, FileButton, Group, Input } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { settingsMessages } from './messages.ts';
import classes from './settings.module.css';

export function LogoField({ logo }: { readonly logo: string | null }) {
  const say = useSay(settingsMessages);
  const { api, can } = useSession();
  const toast = useToast();
  const client = useQueryClient();
  const put = useMutation({
    mutationFn: async (file: File | null) => {
      if (file === null) await api.removeLogo();
      else await api.putLogo({ picture: base64Of(await file.arrayBuffer()) });
    },
    onSuccess() {
      void client.invalidateQueries({ queryKey: ['settings'] });
      void client.invalidateQueries({ queryKey: ['me'] });
    },
    onError: toast.failed,
  });
  const mayEdit = can('settings:write');
  return (
    <Input.Wrapper label={say('logo')} description={say('logoHint')} labelElement="div">
      <Group mt="xs">
        {logo !== null && (
          <img
            className={classes['logo']}
            src={`/v1/settings/logo?${logo}`}
            alt={say('logo')}
            data-testid="logo"
          />
        )}
        {mayEdit && (
          <FileButton
            accept="image/png,image/jpeg"
            onChange={(file) => file !== null && put.mutate(file)}
          >
            {(props) => (
              <Button {...props} variant="default" loading={put.isPending}>
                {say('chooseLogo')}
              </Button>
            )}
          </FileButton>
        )}
        {mayEdit && logo !== null && (
          <Button variant="subtle" onClick={() => put.mutate(null)}>
            {say('removeLogo')}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}

/** In pieces: a function takes so many arguments and no more. */
const PIECE = 8192;

function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
