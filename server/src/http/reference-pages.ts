// The pages of the API reference, made once.

import { ERRORS } from '@doorstep/contract/errors.ts';

export const REFERENCE_PAGE = page(
  'Doorstep API reference',
  '',
  `<div id="reference"></div>
<noscript>The reference needs JavaScript. The same as a file:
<a href="/docs/openapi.json">openapi.json</a>.</noscript>
<script src="/docs/scalar.js"></script>
<script src="/docs/start.js"></script>`,
);

/** Everything that would ask another server is off. */
export const START_SCRIPT = `Scalar.createApiReference('#reference', ${JSON.stringify(
  {
    url: '/docs/openapi.json',
    proxyUrl: '',
    withDefaultFonts: false,
    telemetry: false,
    agent: { disabled: true },
    mcp: { disabled: true },
    hideClientButton: true,
    showDeveloperTools: 'never',
    persistAuth: false,
    defaultOpenFirstTag: true,
  },
  null,
  2,
)});
`;

const STYLE = `<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0;
  border-bottom: 1px solid #ddd; }
tr:target { background: #fff4cc; }
code { font: .9em ui-monospace, monospace; }
td a { color: inherit; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e8e8; background: #161616; }
  th, td { border-color: #3a3a3a; }
  tr:target { background: #4a3f10; }
}
</style>`;

export const ERRORS_PAGE = page(
  'Doorstep errors',
  STYLE,
  `<h1>Errors</h1>
<p>Every error is <code>application/problem+json</code>. Decide by <code>code</code>: it is stable.
<a href="/docs">API reference</a></p>
<table>
<thead><tr><th>code</th><th>status</th><th>title</th><th>what to do</th></tr></thead>
<tbody>
${Object.entries(ERRORS)
  .sort(([, a], [, b]) => a.status - b.status)
  .map(
    ([code, { status, title, remedy }]) =>
      `<tr id="${code}"><td><a href="#${code}"><code>${code}</code></a></td><td>${status}</td>` +
      `<td>${htmlOf(title)}</td><td>${htmlOf(remedy)}</td></tr>`,
  )
  .join('\n')}
</tbody>
</table>`,
);

function page(title: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** Titles and remedies are ours, but may hold `<API key>`; what is in back quotes is code. */
function htmlOf(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
