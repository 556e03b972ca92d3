// One request and its answer, where nothing is measured.

import { type RawRequest, sendAll } from '../drop/raw-client.ts';

/** @throws Error unless it is answered with one of these, 200 or 201 */
export async function askOnce<Answer>(
  server: { readonly port: number; readonly secret: string },
  request: RawRequest,
): Promise<Answer> {
  const answers: Answer[] = [];
  await sendAll(server, 1, [request], (_, { status, text }) => {
    if (status !== 200 && status !== 201)
      throw new Error(`${request.path} answered ${status} ${text}`);
    answers.push(JSON.parse(text) as Answer);
  });
  const [answer] = answers;
  if (answer === undefined) throw new Error(`${request.path} was not answered`);
  return answer;
}
