// Exports of this page: on their way, there, or broken off. What is there can be saved once more; what
// was exported earlier in this browser can be made again as it was asked for.

import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language/language.tsx';
import { useSession } from '../session/session.tsx';
import { useToast } from '../shell/toast.tsx';
import { EXPORTS, isExportName } from './export-choices.ts';
import { type ExportRecipe, fileNameOf, requestExport } from './export-recipe.ts';
import { saveFile } from './save-file.ts';

export interface ExportRun {
  readonly id: number;
  readonly recipe: ExportRecipe;
  readonly at: string;
  readonly bytes: number;
  /** Null: not on this page any more. */
  readonly file: Blob | null;
  readonly isRunning: boolean;
}

export interface ExportRuns {
  readonly all: readonly ExportRun[];
  start(recipe: ExportRecipe): Promise<void>;
  stop(id: number): void;
  save(run: ExportRun): void;
}

const KEPT_MAX = 10;
const STORE = 'doorstep.exports';

export function useExportRuns(): ExportRuns {
  const { api } = useSession();
  const { timeZone } = useLanguage();
  const toast = useToast();
  const [all, setAll] = useState<readonly ExportRun[]>(readKept);
  const stops = useRef(new Map<number, AbortController>());
  useEffect(() => keep(all), [all]);
  const put = useCallback(
    (id: number, part: Partial<ExportRun>): void =>
      setAll((before) => before.map((run) => (run.id === id ? { ...run, ...part } : run))),
    [],
  );
  return {
    all,
    async start(recipe) {
      const id = Date.now();
      const at = new Date(id).toISOString();
      const run = { id, recipe, at, bytes: 0, file: null, isRunning: true };
      const stop = new AbortController();
      stops.current.set(id, stop);
      setAll((before) => [run, ...before].slice(0, KEPT_MAX));
      try {
        const answer = await requestExport(api, recipe, { timeZone, signal: stop.signal });
        const file = await readFile(answer, (bytes) => put(id, { bytes }));
        put(id, { file, bytes: file.size, isRunning: false });
        saveFile(file, fileNameOf(recipe));
      } catch (error) {
        setAll((before) => before.filter((one) => one.id !== id));
        if (!stop.signal.aborted) toast.failed(error);
      }
    },
    stop: (id) => stops.current.get(id)?.abort(),
    save(run) {
      if (run.file !== null) saveFile(run.file, fileNameOf(run.recipe));
    },
  };
}

async function readFile(answer: Response, onBytes: (bytes: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    parts.push(new Uint8Array(next.value));
    bytes += next.value.length;
    onBytes(bytes);
  }
  return new Blob(parts, { type: answer.headers.get('content-type') ?? '' });
}

function keep(all: readonly ExportRun[]): void {
  const done = all.filter(({ isRunning }) => !isRunning);
  localStorage.setItem(STORE, JSON.stringify(done.map(({ file: _, ...run }) => run)));
}

function readKept(): readonly ExportRun[] {
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) ?? '[]') as readonly ExportRun[];
    return kept
      .filter(({ recipe }) => isExportName(recipe.name) && EXPORTS[recipe.name] !== undefined)
      .map((run) => ({ ...run, file: null, isRunning: false }));
  } catch {
    return []; // somebody else wrote there
  }
}
