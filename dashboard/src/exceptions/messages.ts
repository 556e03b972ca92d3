import { messages } from '../language/messages.ts';

export const exceptionMessages = messages({
  title: { en: 'Exceptions', de: 'Ausnahmen' },
});
