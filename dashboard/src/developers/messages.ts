import { messages } from '../language/messages.ts';

export const developerMessages = messages({
  title: { en: 'Developers', de: 'Entwickler' },
});
