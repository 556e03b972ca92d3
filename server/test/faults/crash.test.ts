import { after, before, test } from 'node:test';
import { type CrashRig, openCrashRig } from './crash-rig.ts';
import { crashUnderCapture } from './crash-under-capture.ts';
import { crashUnderLife } from './crash-under-life.ts';

let rig: CrashRig;
before(async () => {
  rig = await openCrashRig();
});
after(() => rig.stop());

test('kill -9 of the server under load: nothing acknowledged is lost, nothing doubled', async () => {
  await crashUnderCapture(rig, 'server', 700);
});

test('kill -9 of PostgreSQL under load: nothing acknowledged is lost, nothing doubled', async () => {
  await crashUnderCapture(rig, 'postgres', 700);
});

test('kill -9 of the server while orders are paid, shipped and refunded: one effect each', async () => {
  await crashUnderLife(rig, 'server', 1000);
});

test('kill -9 of PostgreSQL while orders are paid, shipped and refunded: one effect each', async () => {
  await crashUnderLife(rig, 'postgres', 1000);
});
