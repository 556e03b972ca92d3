// const Palette = lazyPart(async () => (await import('./palette.tsx')).Palette);

import { type ComponentType, lazy } from 'react';
import { loadPart } from './load-part.ts';

/** A component in a file of its own, loaded when it is first shown. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await loadPart(load) }));
}
