// docs/config.md, from the settings that the server reads.
import { SETTINGS } from '../../server/src/config.ts';
import { GENERATED, paragraphs, table } from './markdown.ts';

export function configDocument(): string {
  return paragraphs(
    GENERATED,
    '# Settings',
    'The server reads its settings from the environment, once, when it starts. None is required.',
    table(
      ['setting', 'without it', 'meaning'],
      SETTINGS.map(({ name, fallback, meaning }) => [`\`${name}\``, fallback, meaning]),
    ),
    '## The command line',
    '`doorstep` needs to know a server and a key.',
    table(
      ['setting', 'without it', 'meaning'],
      [
        ['`DOORSTEP_URL`', 'the `url` in the local credentials', 'The server to speak to.'],
        ['`DOORSTEP_API_KEY`', 'the key in the local credentials', 'The API key to use.'],
        [
          '`DOORSTEP_DATA`',
          'as above',
          'The folder with `credentials.json`, which the server writes for the demo shop.',
        ],
      ],
    ),
  );
}
