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
  enterCode: { en: 'Enter the code', de: 'Code eingeben', ar: 'أدخل الرمز' },
  code: { en: 'Code', de: 'Code', ar: 'الرمز' },
  codeHint: {
    en: 'Six digits from your app, or a recovery code',
    de: 'Sechs Ziffern aus deiner App, oder ein Notfallcode',
    ar: 'ستة أرقام من التطبيق، أو رمز استرداد',
  },
  codeWrong: {
    en: 'The code is wrong, or was used before. Wait for the next one.',
    de: 'Der Code stimmt nicht oder wurde schon benutzt. Warte auf den nächsten.',
    ar: 'الرمز غير صحيح أو استُخدم من قبل. انتظر الرمز التالي.',
  },
  failed: {
    en: 'Shop, e-mail and password do not go together.',
    de: 'Shop, E-Mail und Passwort passen nicht zusammen.',
    ar: 'المتجر والبريد الإلكتروني وكلمة المرور غير متطابقة.',
  },
  tooOften: {
    en: 'Too many tries. You may try again at {time}, or ask an admin to unlock you.',
    de: 'Zu viele Versuche. Um {time} geht es wieder, oder bitte einen Admin, dich zu entsperren.',
    ar: 'محاولات كثيرة جدًا. حاول مجددًا في {time}، أو اطلب من المسؤول فتح حسابك.',
  },
  unreachable: {
    en: 'Doorstep cannot be reached. Check the connection and try again.',
    de: 'Doorstep ist nicht erreichbar. Prüfe die Verbindung und versuche es noch einmal.',
    ar: 'لا يمكن الوصول إلى Doorstep. تحقق من الاتصال وحاول مرة أخرى.',
  },
  endedTitle: { en: 'Sign in again', de: 'Melde dich neu an', ar: 'سجّل الدخول مجددًا' },
  ended: {
    en: 'Your session has ended. Sign in to go on where you were; nothing you typed is lost.',
    de: 'Deine Sitzung ist abgelaufen. Melde dich an, um weiterzumachen; nichts ist verloren.',
    ar: 'انتهت جلستك. سجّل الدخول للمتابعة، لم يُفقد شيء مما كتبته.',
  },
  endedHere: {
    en: 'Your session has ended. Sign in to go on where you were.',
    de: 'Deine Sitzung ist abgelaufen. Melde dich an, um hier weiterzumachen.',
    ar: 'انتهت جلستك. سجّل الدخول للمتابعة.',
  },
  showPassword: { en: 'Show the password', de: 'Passwort zeigen', ar: 'إظهار كلمة المرور' },
  back: { en: 'Back', de: 'Zurück', ar: 'رجوع' },
  cancel: { en: 'Cancel', de: 'Abbrechen', ar: 'إلغاء' },
  forgot: { en: 'Forgot your password?', de: 'Passwort vergessen?', ar: 'نسيت كلمة المرور؟' },
  forgotTitle: { en: 'Forgot your password', de: 'Passwort vergessen', ar: 'نسيت كلمة المرور' },
  forgotHint: {
    en: 'We send you a link with which you set a new one.',
    de: 'Wir schicken dir einen Link, mit dem du ein neues setzt.',
    ar: 'نرسل إليك رابطًا لتعيين كلمة مرور جديدة.',
  },
  sendLink: { en: 'Send the link', de: 'Link schicken', ar: 'إرسال الرابط' },
  resetSent: {
    en: 'If there is such a user, a link is on its way. It works for half an hour.',
    de: 'Wenn es dieses Konto gibt, ist ein Link unterwegs. Er gilt eine halbe Stunde.',
    ar: 'إن كان الحساب موجودًا فالرابط في الطريق. يعمل لنصف ساعة.',
  },
  resetByAdmin: {
    en: 'This server sends no mail. Ask an admin of your shop for a link.',
    de: 'Dieser Server verschickt keine Mails. Bitte einen Admin deines Shops um einen Link.',
    ar: 'هذا الخادم لا يرسل بريدًا. اطلب رابطًا من مسؤول متجرك.',
  },
  backToSignIn: { en: 'To the sign-in', de: 'Zur Anmeldung', ar: 'إلى تسجيل الدخول' },
  newPassword: { en: 'New password', de: 'Neues Passwort', ar: 'كلمة مرور جديدة' },
  newPasswordHint: {
    en: 'It ends all sessions of yours, on every device.',
    de: 'Alle deine Sitzungen enden, auf jedem Gerät.',
    ar: 'تنتهي جميع جلساتك على كل الأجهزة.',
  },
  passwordRule: {
    en: 'At least ten characters',
    de: 'Mindestens zehn Zeichen',
    ar: 'عشرة أحرف على الأقل',
  },
  savePassword: { en: 'Set the password', de: 'Passwort setzen', ar: 'تعيين كلمة المرور' },
  resetDone: {
    en: 'The password is set. Sign in with it.',
    de: 'Das Passwort ist gesetzt. Melde dich damit an.',
    ar: 'تم تعيين كلمة المرور. سجّل الدخول بها.',
  },
  resetInvalid: {
    en: 'The link does not work any more: it works once, for half an hour. Ask for a new one.',
    de: 'Der Link gilt nicht mehr: er gilt einmal, eine halbe Stunde lang. Hol dir einen neuen.',
    ar: 'لم يعد الرابط صالحًا: يعمل مرة واحدة ولنصف ساعة. اطلب رابطًا جديدًا.',
  },
});
