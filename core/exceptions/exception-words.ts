// The facts of an exception as people say them: `line 2, GHOST, 3 units`.

export function inWords(data: Readonly<Record<string, unknown>>): string[] {
  const { line, skuCode, unitsShort, units, carrier, trackingNumber } = data;
  const why = [data['code'], data['failure'], data['trouble']].find(isText);
  return [
    isCount(line) ? `line ${line}` : '',
    isText(skuCode) ? skuCode : '',
    isCount(unitsShort) ? `${counted(unitsShort)} short` : '',
    isCount(units) ? counted(units) : '',
    isText(trackingNumber) ? [carrier, trackingNumber].filter(isText).join(' ') : '',
    why ?? '',
  ].filter((part) => part !== '');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}

function counted(units: number): string {
  return units === 1 ? '1 unit' : `${units} units`;
}
