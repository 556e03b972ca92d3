// How wide an element is on the screen, in pixels: 0 until it is there.

import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export function useWidth<Drawn extends Element>(): readonly [RefObject<Drawn | null>, number] {
  const ref = useRef<Drawn>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = ref;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    setWidth(current.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
