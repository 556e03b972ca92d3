// The days a location works.

import { WEEKDAYS } from '@doorstep/core/locations/calendar.ts';
import { Checkbox, Group } from '@mantine/core';
import { useSay } from '../language/say.ts';
import classes from '../record/record.module.css';
import { locationMessages } from './messages.ts';

export interface DayFieldsProps {
  /** With spaces between. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function DayFields({ value, onChange }: DayFieldsProps) {
  const say = useSay(locationMessages);
  const open = value.split(' ');
  return (
    <fieldset className={classes['listField']}>
      <legend>{say('openDays')}</legend>
      <Group gap="md">
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            label={say(day)}
            checked={open.includes(day)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(
                WEEKDAYS.filter((one) => (one === day ? checked : open.includes(one))).join(' '),
              )
            }
          />
        ))}
      </Group>
    </fieldset>
  );
}
