// npm run dev: the dashboard by Vite, which shows each change at once; the API is that of a
// Doorstep that runs beside it (npm start).
import { createServer } from 'vite';
import { dashboardConfig } from './build/dashboard-config.ts';

const api = process.env.DOORSTEP_URL ?? 'http://127.0.0.1:7070';

const server = await createServer({
  ...dashboardConfig('dist'),
  logLevel: 'info',
  server: { port: 7071, proxy: { '/v1': api, '/docs': api } },
});
await server.listen();
server.printUrls();
console.log(`  The API is that of ${api}; DOORSTEP_URL names another. Ctrl-C stops it.`);
