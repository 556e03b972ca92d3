// The file on its way, or where it broke off and how it goes on.

import type { Import } from '@doorstep/sdk';
import { Button, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { useSession } from '../session/session.tsx';
import { useProblemWords } from '../shell/problem.tsx';
import { bytesOf } from './bytes-of.ts';
import classes from './import-export.module.css';
import { importExportMessages } from './messages.ts';
import { startUpload, type Upload, useUpload } from './uploads.ts';

export function UploadStep({ one }: { readonly one: Import }) {
  const say = useSay(importExportMessages);
  const formats = useFormats();
  const upload = useUpload(one.id);
  const goOn = useGoOn(one);
  const input = useRef<HTMLInputElement>(null);
  const sent = Math.max(upload?.sentBytes ?? 0, one.receivedBytes);
  const size = upload?.file.size;
  const share = size === undefined || size === 0 ? 0 : Math.min(1, sent / size);
  const isOnItsWay = upload !== undefined && upload.error === null;
  return (
    <section className={classes['step']} aria-label={say('receiving')} data-testid="upload">
      <h2>{say(isOnItsWay ? 'receiving' : 'brokeOff')}</h2>
      <Progress value={share * 100} aria-label={say('receiving')} size="lg" />
      <p className={classes['soft']} role="status">
        {size === undefined
          ? say('sentSoFar', { sent: bytesOf(sent, formats) })
          : say('sentOf', { sent: bytesOf(sent, formats), size: bytesOf(size, formats) })}
      </p>
      {upload !== undefined && upload.error !== null && <Failed upload={upload} />}
      {!isOnItsWay && (
        <>
          <p>{say(upload === undefined ? 'chooseAgain' : 'goOnHint')}</p>
          {goOn.isOther && <p role="alert">{say('otherFile', { name: one.fileName })}</p>}
          <Button
            onClick={() => (upload === undefined ? input.current?.click() : goOn.with(upload.file))}
          >
            {say('goOn')}
          </Button>
          <input
            ref={input}
            type="file"
            aria-label={say('goOn')}
            className={classes['hidden']}
            tabIndex={-1}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) goOn.with(file);
              currentTarget.value = '';
            }}
          />
        </>
      )}
    </section>
  );
}

/** Only the file that was begun goes on: another one would be sewn to half of it. */
function useGoOn(one: Import) {
  const { api } = useSession();
  const client = useQueryClient();
  const [isOther, setIsOther] = useState(false);
  return {
    isOther,
    with(file: File): void {
      const isSame = file.name === one.fileName && file.size >= one.receivedBytes;
      setIsOther(!isSame);
      if (!isSame) return;
      void startUpload(api, one.id, file).then(() =>
        client.invalidateQueries({ queryKey: ['import-export'] }),
      );
    },
  };
}

function Failed({ upload }: { readonly upload: Upload }) {
  const { detail, remedy } = useProblemWords(upload.error);
  return (
    <p role="alert" className={classes['alarm']}>
      {detail} {remedy}
    </p>
  );
}
