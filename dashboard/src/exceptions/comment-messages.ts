import { messages } from '../language/messages.ts';

export const commentMessages = messages({
  comments: { en: 'Comments', de: 'Kommentare' },
  write: { en: 'Write a comment', de: 'Kommentar schreiben' },
  send: { en: 'Save comment', de: 'Kommentar sichern' },
});
