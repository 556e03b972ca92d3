import { messages } from '../language/messages.ts';

export const accountMessages = messages({
  title: { en: 'Account', de: 'Konto' },
});
