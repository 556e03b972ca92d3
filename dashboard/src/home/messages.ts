import { messages } from '../language/messages.ts';

export const homeMessages = messages({
  title: { en: 'Home', de: 'Übersicht' },
  coming: {
    en: 'The control tower stands here soon.',
    de: 'Hier steht bald der Leitstand.',
  },
});
