import { after, before, test } from 'node:test';
import { type CrashRig, openCrashRig } from './crash-under-capture.ts';

let rig: CrashRig;
before(async () => {
  rig = await openCrashRig();
});
after(() => rig.stop());

test('kill -9 of the server under load: nothing acknowledged is lost, nothing doubled', async () => {
  await rig.crash('server', 700);
});

test('kill -9 of PostgreSQL under load: nothing acknowledged is lost, nothing doubled', async () => {
  await rig.crash('postgres', 700);
});
