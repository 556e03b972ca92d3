// What the demo shop sells: a few hundred SKUs made of plain words, always the same ones.

import { gtinCheckDigit } from '@doorstep/core/catalog/gtin.ts';

interface Family {
  readonly code: string;
  readonly title: string;
  readonly priceMinor: number;
  readonly weightGrams: number;
  readonly sizeMm: readonly [number, number, number];
}

const FAMILIES: readonly Family[] = [
  {
    code: 'MUG',
    title: 'Stoneware mug 35 cl',
    priceMinor: 1290,
    weightGrams: 380,
    sizeMm: [120, 90, 100],
  },
  {
    code: 'PLATE',
    title: 'Dinner plate 27 cm',
    priceMinor: 1690,
    weightGrams: 720,
    sizeMm: [275, 275, 30],
  },
  {
    code: 'BOWL',
    title: 'Cereal bowl 60 cl',
    priceMinor: 1490,
    weightGrams: 520,
    sizeMm: [160, 160, 75],
  },
  { code: 'VASE', title: 'Bud vase', priceMinor: 2490, weightGrams: 640, sizeMm: [110, 110, 220] },
  {
    code: 'CANDLE',
    title: 'Pillar candle',
    priceMinor: 990,
    weightGrams: 310,
    sizeMm: [70, 70, 150],
  },
  {
    code: 'TOWEL',
    title: 'Bath towel 70 × 140',
    priceMinor: 2990,
    weightGrams: 510,
    sizeMm: [350, 250, 60],
  },
  {
    code: 'SHEET',
    title: 'Linen sheet 240 × 280',
    priceMinor: 8900,
    weightGrams: 1150,
    sizeMm: [400, 300, 70],
  },
  {
    code: 'PILLOW',
    title: 'Cushion cover 50 × 50',
    priceMinor: 2490,
    weightGrams: 210,
    sizeMm: [300, 250, 30],
  },
  {
    code: 'APRON',
    title: 'Kitchen apron',
    priceMinor: 3490,
    weightGrams: 330,
    sizeMm: [300, 200, 40],
  },
  {
    code: 'BASKET',
    title: 'Storage basket',
    priceMinor: 3990,
    weightGrams: 900,
    sizeMm: [400, 300, 250],
  },
  {
    code: 'LAMP',
    title: 'Table lamp',
    priceMinor: 7900,
    weightGrams: 1800,
    sizeMm: [250, 250, 420],
  },
  {
    code: 'CLOCK',
    title: 'Wall clock',
    priceMinor: 4900,
    weightGrams: 850,
    sizeMm: [310, 310, 60],
  },
  {
    code: 'FRAME',
    title: 'Picture frame A4',
    priceMinor: 1990,
    weightGrams: 620,
    sizeMm: [340, 250, 30],
  },
  {
    code: 'TRAY',
    title: 'Serving tray',
    priceMinor: 2790,
    weightGrams: 780,
    sizeMm: [420, 300, 40],
  },
  {
    code: 'JAR',
    title: 'Storage jar 1 l',
    priceMinor: 1590,
    weightGrams: 560,
    sizeMm: [110, 110, 180],
  },
  {
    code: 'KNIFE',
    title: 'Chef’s knife 20 cm',
    priceMinor: 6900,
    weightGrams: 240,
    sizeMm: [350, 60, 30],
  },
  {
    code: 'BOARD',
    title: 'Cutting board',
    priceMinor: 3290,
    weightGrams: 1400,
    sizeMm: [400, 280, 30],
  },
  {
    code: 'TEAPOT',
    title: 'Teapot 1.2 l',
    priceMinor: 4490,
    weightGrams: 980,
    sizeMm: [240, 160, 150],
  },
  {
    code: 'GLASS',
    title: 'Tumbler, set of 4',
    priceMinor: 2290,
    weightGrams: 1100,
    sizeMm: [200, 200, 110],
  },
  {
    code: 'THROW',
    title: 'Wool throw 130 × 180',
    priceMinor: 9900,
    weightGrams: 950,
    sizeMm: [350, 300, 90],
  },
];

const COLORS = [
  'white',
  'black',
  'grey',
  'sand',
  'clay',
  'moss',
  'ocean',
  'sky',
  'rust',
  'plum',
  'mint',
  'blush',
  'ochre',
  'ink',
  'stone',
] as const;

/** The SKUs that most orders want. */
export const BESTSELLERS = ['MUG-WHITE', 'BOWL-WHITE', 'TOWEL-SAND', 'CANDLE-CLAY', 'GLASS-SKY'];

export const KIT = {
  code: 'BREAKFAST-SET',
  title: 'Breakfast set: 2 mugs, 2 bowls, 2 plates',
  price: { amountMinor: 7900, currency: 'EUR' },
  components: [
    { sku: 'MUG-WHITE', quantity: 2 },
    { sku: 'BOWL-WHITE', quantity: 2 },
    { sku: 'PLATE-WHITE', quantity: 2 },
  ],
};

export function demoSkus() {
  return FAMILIES.flatMap((family, familyIndex) =>
    COLORS.map((color, colorIndex) => {
      const [lengthMm, widthMm, heightMm] = family.sizeMm;
      return {
        code: `${family.code}-${color.toUpperCase()}`,
        title: `${family.title}, ${color}`,
        barcode: barcodeOf(familyIndex * COLORS.length + colorIndex),
        price: { amountMinor: family.priceMinor, currency: 'EUR' },
        weightGrams: family.weightGrams,
        lengthMm,
        widthMm,
        heightMm,
      };
    }),
  );
}

/** GS1 keeps prefixes 020–029 for use inside a company: these numbers are nobody's product. */
function barcodeOf(index: number): string {
  const digits = `0290000${String(index).padStart(5, '0')}`;
  return `${digits}${gtinCheckDigit(digits)}`;
}
