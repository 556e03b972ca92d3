// What a control shows whose value stands in the address. The address changes when the screen behind
// it has been drawn, and a box that waits for that looks as if it had not been clicked.

import { useState } from 'react';

/**
 * @param said what the address says
 * @returns what to show: what was chosen here, until the address says something else; and how to choose
 */
export function useFollowed<Value extends string | boolean>(
  said: Value,
): [Value, (chosen: Value) => void] {
  const [heard, setHeard] = useState(said);
  const [shown, setShown] = useState(said);
  if (heard === said) return [shown, setShown];
  setHeard(said);
  setShown(said);
  return [said, setShown];
}
