// Which orders are sent. The same number makes the same order, in every process.

export interface OrderShape {
  readonly lines: number;
  /** `hot`: the first line of every order wants one unit of the same SKU. */
  readonly skus: 'spread' | 'hot';
  readonly skuCount: number;
  /** With a buyer's e-mail address, of one of 500 buyers. */
  readonly buyer: boolean;
}

export interface Scenario {
  readonly name: string;
  readonly shape: OrderShape;
  /** Whether bulk and orders with a buyer are measured too. */
  readonly more: boolean;
}

export const CHANNEL = 'web';
export const HOT_SKU = 'HOT';

export function skuCode(number: number): string {
  return `S-${String(number).padStart(4, '0')}`;
}

export function scenariosOf(skuCount: number): readonly Scenario[] {
  const shape = { skuCount, buyer: false };
  return [
    { name: 'spread, 3 lines', shape: { ...shape, lines: 3, skus: 'spread' }, more: true },
    { name: 'spread, 1 line', shape: { ...shape, lines: 1, skus: 'spread' }, more: false },
    { name: 'hot, 1 line', shape: { ...shape, lines: 1, skus: 'hot' }, more: true },
    { name: 'hot, 3 lines', shape: { ...shape, lines: 3, skus: 'hot' }, more: false },
  ];
}

export const CITIES = [
  ['10115', 'Berlin'],
  ['20095', 'Hamburg'],
  ['80331', 'Munich'],
  ['50667', 'Cologne'],
  ['60311', 'Frankfurt'],
  ['70173', 'Stuttgart'],
  ['40213', 'Düsseldorf'],
  ['04109', 'Leipzig'],
  ['44135', 'Dortmund'],
  ['45127', 'Essen'],
  ['28195', 'Bremen'],
  ['01067', 'Dresden'],
  ['30159', 'Hannover'],
  ['90402', 'Nürnberg'],
  ['47051', 'Duisburg'],
  ['44787', 'Bochum'],
  ['42103', 'Wuppertal'],
  ['33602', 'Bielefeld'],
  ['53111', 'Bonn'],
  ['24103', 'Kiel'],
] as const;

const BUYERS = 500;

export function orderBody(shape: OrderShape, number: number): Record<string, unknown> {
  // Strides without a common divisor with usual counts: far apart, and never twice in one order.
  const first = (number * 7919) % shape.skuCount;
  const lines = Array.from({ length: shape.lines }, (_, index) => ({
    sku:
      index === 0 && shape.skus === 'hot'
        ? HOT_SKU
        : skuCode((first + index * Math.ceil(shape.skuCount / 7)) % shape.skuCount),
    quantity: index === 0 ? 1 : 1 + (number % 2),
    unitPrice: '12.50',
  }));
  const [postalCode, city] = CITIES[number % CITIES.length] ?? CITIES[0];
  return {
    channel: CHANNEL,
    currency: 'EUR',
    pricesIncludeTax: true,
    lines,
    shippingAddress: {
      name: `Buyer ${number}`,
      street: `Main Street ${number % 200}`,
      city,
      postalCode,
      country: 'DE',
      phone: '+49 30 123456',
    },
    ...(shape.buyer
      ? { customer: { email: `buyer${number % BUYERS}@example.com`, name: `Buyer ${number}` } }
      : {}),
  };
}
