// What can be done with an import; each puts what the server answers in its place.

import type { Import, MapImportInput } from '@doorstep/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { fileOf, startUpload, stopUpload } from './uploads.ts';
import { importKey } from './use-import.ts';

export function useImportActs(id: string) {
  const { api } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const put = (now: Import): void => {
    client.setQueryData(importKey(id), now);
    void client.invalidateQueries({ queryKey: ['import-export', 'list'] });
  };
  const how = { onSuccess: put, onError: toast.failed };
  return {
    map: useMutation({
      mutationFn: (mapping: Omit<MapImportInput, 'import'>) =>
        api.mapImport({ ...mapping, import: id } as MapImportInput),
      ...how,
    }),
    apply: useMutation({ mutationFn: () => api.applyImport({ import: id }), ...how }),
    undo: useMutation({ mutationFn: () => api.undoImport({ import: id }), ...how }),
    cancel: useMutation({
      mutationFn: () => {
        stopUpload(id);
        return api.cancelImport({ import: id });
      },
      ...how,
    }),
  };
}

/** Begins an import and goes to it; its file is on its way meanwhile. */
export function useBeginImport() {
  const { api } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation({
    async mutationFn(file: File) {
      const { id } = await api.createImport({ fileName: file.name });
      void startUpload(api, id, file).then(() =>
        client.invalidateQueries({ queryKey: ['import-export'] }),
      );
      return id;
    },
    onSuccess: (id) => void navigate(`/import-export/imports/${id}`),
    onError: toast.failed,
  });
}

/** The same file again, to map it otherwise: null where this page does not have it. */
export function useAgain(id: string): (() => void) | null {
  const begin = useBeginImport();
  const file = fileOf(id);
  return file === undefined ? null : () => begin.mutate(file);
}
