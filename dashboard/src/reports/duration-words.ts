// How long something took, in words. Shorter than a minute it is not counted exactly: it says so.

import { useCallback } from 'react';
import { useFormats } from '../language/formats.ts';
import { useSay } from '../language/say.ts';
import { reportMessages } from './messages.ts';

const SECOND_MS = 1000;
const MINUTE_SECONDS = 60;

export function useDurationWords(): (seconds: number) => string {
  const say = useSay(reportMessages);
  const formats = useFormats();
  return useCallback(
    (seconds) =>
      seconds > 0 && seconds < MINUTE_SECONDS
        ? say('underMinute')
        : formats.duration(seconds * SECOND_MS),
    [say, formats],
  );
}
