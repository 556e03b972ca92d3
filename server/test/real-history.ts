// The whole real file, imported and compared with what another program counted in it.

import { join } from 'node:path';
import { SHARED } from './importing.ts';
export const REAL_FILE = join(SHARED, 'data/uci-online-retail/online_retail.csv.gz');
