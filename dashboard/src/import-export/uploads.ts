// Files on their way to the server. They go on while one looks at another screen, and after a break
// where they broke off; a file that the page no longer has in hand must be chosen again.

import type { Doorstep } from '@doorstep/sdk';
import { useSyncExternalStore } from 'react';

export interface Upload {
  readonly file: File;
  readonly sentBytes: number;
  /** Null while it goes on, or when it is there. */
  readonly error: unknown;
}

const uploads = new Map<string, Upload>();
const stops = new Map<string, AbortController>();
const listeners = new Set<() => void>();

/** @returns when all of it is there, or it broke off: see `useUpload` */
export async function startUpload(api: Doorstep, id: string, file: File): Promise<void> {
  const stop = new AbortController();
  stops.set(id, stop);
  keep(id, { file, sentBytes: uploads.get(id)?.sentBytes ?? 0, error: null });
  const onSent = (sentBytes: number): void => keep(id, { file, sentBytes, error: null });
  try {
    await api.importFile(
      file,
      { fileName: file.name },
      { resume: id, signal: stop.signal, onSent },
    );
  } catch (error) {
    if (!stop.signal.aborted) keep(id, { file, sentBytes: uploads.get(id)?.sentBytes ?? 0, error });
  }
}

export function stopUpload(id: string): void {
  stops.get(id)?.abort();
  uploads.delete(id);
  tell();
}

/** The file of an import, if this page sent it: to send it once more with another mapping. */
export function fileOf(id: string): File | undefined {
  return uploads.get(id)?.file;
}

export function useUpload(id: string): Upload | undefined {
  return useSyncExternalStore(listen, () => uploads.get(id));
}

function keep(id: string, upload: Upload): void {
  uploads.set(id, upload);
  tell();
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
