import type { Binaries } from './copy-binaries.ts';
import type { DataHome } from './data-home.ts';
import type { PostgresUser } from './postgres-user.ts';

/** Everything that starting PostgreSQL again needs. */
export type Cluster = {
  readonly home: DataHome;
  readonly binaries: Binaries;
  readonly user: PostgresUser | undefined;
  readonly password: string;
  readonly port: number;
  /** The command line. */
  readonly args: readonly string[];
  readonly onProgress: (line: string) => void;
};

/** One run of PostgreSQL's main process, launched by us or found running and adopted. */
export type Postmaster = {
  readonly pid: number;
  /** Resolves when the process is gone, with how it ended. */
  readonly gone: Promise<string>;
};
