// What goes on, on a terminal: one line that is written over.

export function progress(): (line: string) => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => {};
  return (line) => void stderr.write(`\r\u001b[K${line}`);
}
