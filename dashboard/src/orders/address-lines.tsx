// An address as it is written on a parcel; what the API does not know the name of comes last.

import classes from './order.module.css';

const LINES = [
  ['name'],
  ['company'],
  ['street'],
  ['street2'],
  ['postalCode', 'city'],
  ['region'],
  ['country'],
];

export function AddressLines({ address }: { readonly address: Readonly<Record<string, unknown>> }) {
  const known = new Set(LINES.flat());
  const other = Object.keys(address).filter((key) => !known.has(key));
  const lines = [...LINES, ...other.map((key) => [key])]
    .map((keys) =>
      keys
        .map((key) => address[key])
        .filter((value) => typeof value === 'string' && value !== '')
        .join(' '),
    )
    .filter((line) => line !== '');
  return (
    <address className={classes['address']} translate="no">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
        <div key={`${index} ${line}`}>{line}</div>
      ))}
    </address>
  );
}
