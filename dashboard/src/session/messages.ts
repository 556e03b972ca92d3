import { completeMessages } from '../language/messages.ts';

export const sessionMessages = completeMessages({
  signIn: { en: 'Sign in', de: 'Anmelden', ar: 'تسجيل الدخول' },
  tenant: { en: 'Shop', de: 'Shop', ar: 'المتجر' },
  tenantHint: {
    en: 'Its short name, such as demo',
    de: 'Der Kurzname, zum Beispiel demo',
    ar: 'الاسم المختصر، مثل demo',
  },
  email: { en: 'E-mail', de: 'E-Mail', ar: 'البريد الإلكتروني' },
  password: { en: 'Password', de: 'Passwort', ar: 'كلمة المرور' },
  failed: {
    en: 'Shop, e-mail and password do not go together.',
    de: 'Shop, E-Mail und Passwort passen nicht zusammen.',
    ar: 'المتجر والبريد الإلكتروني وكلمة المرور غير متطابقة.',
  },
  tooOften: {
    en: 'Too many tries. Wait a quarter of an hour.',
    de: 'Zu viele Versuche. Warte eine Viertelstunde.',
    ar: 'محاولات كثيرة جدًا. انتظر ربع ساعة.',
  },
  unreachable: {
    en: 'Doorstep cannot be reached. Check the connection and try again.',
    de: 'Doorstep ist nicht erreichbar. Prüfe die Verbindung und versuche es noch einmal.',
    ar: 'لا يمكن الوصول إلى Doorstep. تحقق من الاتصال وحاول مرة أخرى.',
  },
  ended: {
    en: 'Your session has ended. Sign in again to go on where you were.',
    de: 'Deine Sitzung ist abgelaufen. Melde dich an, um hier weiterzumachen.',
    ar: 'انتهت جلستك. سجّل الدخول مجددًا للمتابعة.',
  },
});
