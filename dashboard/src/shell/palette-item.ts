// A line of the palette.

export interface PaletteItem {
  readonly id: string;
  readonly kind: 'order' | 'customer' | 'sku' | 'action' | 'search';
  readonly label: string;
  /** Beside it, such as the status of an order. */
  readonly detail?: string;
  /** Whether the label is data, which no language changes. */
  readonly isData?: boolean;
  readonly keys?: string;
  readonly run: () => void;
}
