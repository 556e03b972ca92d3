// How the dashboard looks and works for one user.

export interface Preferences {
  /** Null: as the browser has it. */
  readonly locale: string | null;
  readonly numberFormat: string | null;
  readonly timeZone: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly singleKeys: boolean;
  readonly tourDone: boolean;
  /** Null: the cards of the role. */
  readonly home: string[] | null;
}

export const DEFAULT_PREFERENCES: Preferences = {
  locale: null,
  numberFormat: null,
  timeZone: null,
  theme: 'system',
  density: 'compact',
  singleKeys: true,
  tourDone: false,
  home: null,
};
