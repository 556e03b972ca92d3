// What the demo shop's buyers ordered.

import { demoPlaces } from './demo-places.ts';
import { BESTSELLERS, demoSkus, KIT } from './demo-skus.ts';

type Random = () => number;

export function demoOrders(count: number, random: Random) {
  const skus = demoSkus();
  return Array.from({ length: count }, (_, index) => {
    const buyer = pick(demoPlaces.names, random);
    const address = pick(demoPlaces.cities, random);
    const channel = random() < 0.7 ? 'web' : pick(demoPlaces.channels, random).code;
    const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      const popular = random() < 0.4;
      const code = popular ? pick(BESTSELLERS, random) : pick(skus, random).code;
      const priceMinor = skus.find((sku) => sku.code === code)?.price.amountMinor ?? 0;
      const quantity = 1 + Math.floor(random() * 2);
      return {
        sku: code,
        quantity,
        unitPriceMinor: priceMinor,
        ...germanTax(priceMinor * quantity),
      };
    });
    if (index % 20 === 0)
      lines.push({
        sku: KIT.code,
        quantity: 1,
        unitPriceMinor: KIT.price.amountMinor,
        ...germanTax(KIT.price.amountMinor),
      });
    return {
      channel,
      externalId: `DEMO-${1000 + index}`,
      currency: 'EUR',
      pricesIncludeTax: true,
      lines,
      shipping: channel === 'pos' ? [] : [{ title: 'Standard', amountMinor: 490 }],
      customer: { email: `${buyer.toLowerCase().replace(' ', '.')}@demo.example`, name: buyer },
      shippingAddress: { name: buyer, ...address },
    };
  });
}

/** German VAT of 19 % inside a gross amount (§ 12 UStG), rounded to the cent. */
function germanTax(grossMinor: number) {
  const amountMinor = Math.round((grossMinor * 19) / 119);
  return { taxes: [{ name: 'VAT', rate: '0.19', amountMinor }] };
}

function pick<T>(from: readonly T[], random: Random): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}
