// The facts behind an exception, for a person: amounts as money, moments on their clock. The names are the
// API's, in words; whatever has no form of its own is shown as it is.

import { type Formats, useFormats } from '../language/formats.ts';
import classes from './exceptions.module.css';

type Data = Readonly<Record<string, unknown>>;

export function Facts({ data }: { readonly data: Data }) {
  const formats = useFormats();
  const facts = factsOf(data, formats);
  if (facts.length === 0) return null;
  return (
    <dl className={classes['facts']} translate="no">
      {facts.map(({ name, value }) => (
        <div key={name} className={classes['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What is not known is left out, and a currency that is told with its amount. */
function factsOf(data: Data, formats: Pick<Formats, 'money' | 'number' | 'time'>): Fact[] {
  const told = new Set<string>();
  const facts = Object.entries(data).flatMap(([name, value]) => {
    if (value === null) return [];
    const currencyName = currencyNameOf(name, data);
    if (typeof value !== 'number' || currencyName === undefined)
      return [{ key: name, name: wordsOf(name), value: saidOf(value, formats) }];
    told.add(currencyName);
    const money = formats.money(value, String(data[currencyName]));
    return [{ key: name, name: wordsOf(name.slice(0, -MINOR.length)), value: money }];
  });
  return facts.filter(({ key }) => !told.has(key)).map(({ name, value }) => ({ name, value }));
}

const MINOR = 'Minor';
const CURRENCY = /^[A-Z]{3}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** Where the currency of an amount stands: `expectedCurrency` beside `expectedMinor`, else `currency`. */
function currencyNameOf(name: string, data: Data): string | undefined {
  if (!name.endsWith(MINOR)) return undefined;
  const own = `${name.slice(0, -MINOR.length)}Currency`;
  return [own, 'currency'].find((one) => CURRENCY.test(String(data[one])));
}

/** failedSince → failed since */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function saidOf(value: unknown, formats: Pick<Formats, 'number' | 'time'>): string {
  if (typeof value === 'number') return formats.number(value);
  if (typeof value === 'string') return MOMENT.test(value) ? formats.time(value) : value;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.map((one) => saidOf(one, formats)).join(', ');
  return JSON.stringify(value);
}
