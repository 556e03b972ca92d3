// PostgreSQL refuses to run as root: as root, this is the user it runs as.
import { readFile, stat } from 'node:fs/promises';

export type PostgresUser = { readonly name: string; readonly uid: number; readonly gid: number };

/** Users that nobody signs in as; a packaged Doorstep brings its own. */
const candidates = ['doorstep', 'postgres', 'nobody'];

/** Undefined for an ordinary user, who runs PostgreSQL as themselves. */
export async function findPostgresUser(dataFolder: string): Promise<PostgresUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = await readUsers();
  // Who owns the data keeps it: a user added later must not lock us out of it.
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) {
    const name = users.find((user) => user.uid === owner.uid)?.name ?? `uid ${owner.uid}`;
    return { name, uid: owner.uid, gid: owner.gid };
  }
  for (const name of candidates) {
    const user = users.find((each) => each.name === name && each.uid !== 0);
    if (user !== undefined) return user;
  }
  return { name: 'nobody', uid: 65534, gid: 65534 };
}

async function readUsers(): Promise<PostgresUser[]> {
  // A minimal container may have no such file.
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) return [];
    return [{ name, uid: Number(uid), gid: Number(gid) }];
  });
}
