// The barcodes of a SKU, each with what its check digit says.

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { checkBarcode } from './barcode-check.ts';
import { catalogMessages } from './messages.ts';
import { linesOf } from './sku-draft.ts';

export interface BarcodeFieldsProps {
  /** A line each. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const BARCODES_MAX = 50;

export function BarcodeFields({ value, onChange }: BarcodeFieldsProps) {
  const say = useSay(catalogMessages);
  const barcodes = value === '' ? [''] : value.split('\n');
  const set = (next: readonly string[]): void => onChange(next.join('\n'));
  return (
    <fieldset className={classes['listField']}>
      <legend>{say('barcodes')}</legend>
      {barcodes.map((barcode, index) => {
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a barcode is known by its place while it is typed
          <div key={index} className={classes['listRow']}>
            <BarcodeField
              label={say('barcodeNumber', { number })}
              value={barcode}
              onChange={(typed) => set(barcodes.with(index, typed))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={say('removeBarcode', { number })}
              onClick={() => set(barcodes.toSpliced(index, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        );
      })}
      {linesOf(value).length < BARCODES_MAX && (
        <Button
          variant="subtle"
          size="compact-md"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => set([...barcodes, ''])}
        >
          {say('addBarcode')}
        </Button>
      )}
    </fieldset>
  );
}

interface BarcodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function BarcodeField({ label, value, onChange }: BarcodeFieldProps) {
  const say = useSay(catalogMessages);
  const check = checkBarcode(value);
  const told = check === null ? undefined : say(check.say, { ...check });
  const isWrong = check?.say === 'checkWrong';
  return (
    <TextInput
      aria-label={label}
      value={value}
      inputMode="numeric"
      maxLength={20}
      autoComplete="off"
      // Below the field: nothing moves while one types.
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={isWrong ? undefined : (told ?? ' ')}
      error={isWrong ? told : undefined}
      data-check={check?.say}
      onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\s/g, ''))}
    />
  );
}
