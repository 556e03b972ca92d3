// What a SKU is.

import type { Sku } from '@doorstep/sdk';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { Facts } from '../record/facts.tsx';
import classes from '../record/record.module.css';
import { Section } from '../record/section.tsx';
import { catalogMessages } from './messages.ts';

export function SkuFacts({ sku }: { readonly sku: Sku }) {
  const say = useSay(catalogMessages);
  const formats = useFormats();
  const { price, weightGrams, lengthMm, widthMm, heightMm } = sku;
  const measure = (value: number | null): string =>
    value === null ? say('unknownMeasure') : formats.number(value);
  const hasSize = lengthMm !== null || widthMm !== null || heightMm !== null;
  return (
    <Section title={say('about')}>
      <Facts
        facts={[
          { label: say('name'), value: sku.title, isData: true },
          { label: say('barcodes'), value: <Barcodes barcodes={sku.barcodes} /> },
          {
            label: say('price'),
            value: price === null ? null : formats.money(price.amountMinor, price.currency),
          },
          {
            label: say('weight'),
            value:
              weightGrams === null ? null : say('grams', { grams: formats.number(weightGrams) }),
          },
          {
            label: say('size'),
            value: hasSize
              ? say('millimeters', {
                  length: measure(lengthMm),
                  width: measure(widthMm),
                  height: measure(heightMm),
                })
              : null,
          },
          { label: say('since'), value: formats.day(sku.createdAt) },
        ].filter(({ label }) => label !== say('barcodes') || sku.barcodes.length > 0)}
      />
    </Section>
  );
}

/** With the digit that a scanner checks them by. */
function Barcodes({ barcodes }: { readonly barcodes: readonly string[] }) {
  const say = useSay(catalogMessages);
  return barcodes.map((barcode) => (
    <div key={barcode} data-testid="barcode">
      <span translate="no">{barcode}</span>{' '}
      <small className={classes['soft']}>{say('checkDigit', { digit: barcode.slice(-1) })}</small>
    </div>
  ));
}
