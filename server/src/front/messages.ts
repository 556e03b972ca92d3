// What the front and the processes behind it tell each other.

import type { ApiLoad } from './tenant-places.ts';

export type ToApi<Settings> =
  | { readonly is: 'start'; readonly settings: Settings }
  /** Comes with the socket; the bytes were read off it before. */
  | { readonly is: 'connection'; readonly tenant: string | null; readonly bytes: Uint8Array }
  /** The tenant is to come again, and will be sent elsewhere. */
  | { readonly is: 'let-go'; readonly tenant: string }
  | { readonly is: 'stop' };

export type FromApi = { readonly is: 'ready' } | { readonly is: 'load'; readonly load: ApiLoad };
