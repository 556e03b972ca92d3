import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { derivedShipBy, promisedAtCapture } from './promised-date.ts';

const noon = new Date('2026-11-28T12:00:00Z');
const five = new Date('2026-11-28T17:00:00Z');
const told = '2026-11-30T22:59:59Z';

describe('what is promised at capture', () => {
  test('is the date of the channel, and said to be', () => {
    assert.deepEqual(promisedAtCapture({ shipBy: told, deliverBy: told }, [noon], false), {
      shipBy: new Date(told),
      promisedBy: 'channel',
      deliverBy: new Date(told),
    });
  });

  test('is the latest cut-off of the locations where the channel gives none, and said to be', () => {
    assert.deepEqual(promisedAtCapture({}, [noon, five], false), {
      shipBy: five,
      promisedBy: 'cut-off',
      deliverBy: null,
    });
  });

  test('is nothing while units wait for stock, unless the channel says so', () => {
    assert.equal(promisedAtCapture({}, [noon], true).shipBy, null);
    assert.equal(promisedAtCapture({ shipBy: told }, [], true).promisedBy, 'channel');
  });

  test('leaves no later than it is to be there', () => {
    const { shipBy, promisedBy } = promisedAtCapture(
      { deliverBy: noon.toISOString() },
      [five],
      false,
    );
    assert.deepEqual([shipBy, promisedBy], [noon, 'cut-off']);
  });
});

test('a location that does not open again makes no date', () => {
  assert.equal(derivedShipBy([noon, null], null), null);
  assert.equal(derivedShipBy([], null), null);
});
