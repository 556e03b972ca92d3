// The version of an order that a dialog was opened on: an act carries what its reader saw, also where the
// page under it has moved on. Once they were told who changed the order, they see the order of now.

import { useEffect, useState } from 'react';

export function useSeenVersion(version: number, isTold: boolean): number {
  const [seen, setSeen] = useState(version);
  useEffect(() => {
    if (isTold) setSeen(version);
  }, [isTold, version]);
  return seen;
}
