import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tenantTraffic } from './tenant-traffic.ts';

test('what is said and heard counts once for its tenant, from the first bytes on', () => {
  const traffic = tenantTraffic();
  const socket = { bytesRead: 0, bytesWritten: 0 };
  traffic.opened(socket, 'a', 300);
  assert.deepEqual([...traffic.take()], [['a', 300]]);
  Object.assign(socket, { bytesRead: 50, bytesWritten: 20 });
  const other = { bytesRead: 1, bytesWritten: 1 };
  traffic.opened(other, 'b', 5);
  assert.deepEqual(
    [...traffic.take()],
    [
      ['a', 70],
      ['b', 7],
    ],
  );
  assert.deepEqual([...traffic.take()], []);
});

test('a connection that was closed before it was told of counts too', () => {
  const traffic = tenantTraffic();
  for (let number = 0; number < 3; number += 1) {
    const socket = { bytesRead: 0, bytesWritten: 90 };
    traffic.opened(socket, 'short', 10);
    traffic.closed(socket);
    traffic.closed(socket);
  }
  assert.deepEqual([...traffic.take()], [['short', 300]]);
  assert.deepEqual([...traffic.take()], []);
});
