// Commands that run as they are, with the key in them.

export interface Snippet {
  readonly name: 'curl' | 'CLI';
  readonly text: string;
}

export function snippetsOf(origin: string, secret: string): readonly Snippet[] {
  return [
    { name: 'curl', text: `curl -sS -H "Authorization: Bearer ${secret}" "${origin}/v1/me"` },
    {
      name: 'CLI',
      text: `DOORSTEP_URL="${origin}" DOORSTEP_API_KEY="${secret}" npx doorstep status`,
    },
  ];
}
