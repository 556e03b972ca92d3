import { completeMessages } from '../language/messages.ts';

export const tourMessages = completeMessages({
  start: { en: 'Start the tour', de: 'Rundgang starten', ar: 'ابدأ الجولة' },
  tour: { en: 'Tour', de: 'Rundgang', ar: 'جولة' },
  step: { en: '{step} of {steps}', de: '{step} von {steps}', ar: '{step} من {steps}' },
  next: { en: 'Next', de: 'Weiter', ar: 'التالي' },
  back: { en: 'Back', de: 'Zurück', ar: 'السابق' },
  end: { en: 'End the tour', de: 'Rundgang beenden', ar: 'أنهِ الجولة' },
  done: { en: 'Done', de: 'Fertig', ar: 'تم' },
  homeTitle: { en: 'Is anything stuck?', de: 'Hängt etwas?', ar: 'هل من شيء متعثر؟' },
  homeText: {
    en: 'Every stage of an order, with how many wait there and how long already. Each number leads to the list behind it.',
    de: 'Jede Stufe eines Auftrags: wie viele dort warten und wie lange schon. Jede Zahl führt zu ihrer Liste.',
    ar: 'كل مرحلة من مراحل الطلب، مع عدد المنتظرين ومدة انتظارهم. كل رقم يقود إلى قائمته.',
  },
  ordersTitle: {
    en: 'All orders, one list',
    de: 'Alle Aufträge, eine Liste',
    ar: 'كل الطلبات في قائمة',
  },
  ordersText: {
    en: 'The demo shop sells on its web shop, a marketplace, live streams and in stores. j and k move, Enter opens, x selects.',
    de: 'Der Demo-Shop verkauft im Web, auf einem Marktplatz, in Livestreams und in Läden. j und k bewegen, Enter öffnet, x wählt aus.',
    ar: 'يبيع المتجر التجريبي عبر الويب وسوق إلكتروني وبث مباشر وفي المتاجر. j وk للتنقل وEnter للفتح وx للتحديد.',
  },
  exceptionsTitle: {
    en: 'What people must look at',
    de: 'Worum sich Menschen kümmern müssen',
    ar: 'ما يحتاج إلى نظر الناس',
  },
  exceptionsText: {
    en: 'A short pick, a lost parcel, a payment that failed: each with its cause, its deadline and a fix to click. It closes by itself when its cause is gone.',
    de: 'Ein Fehlbestand, ein verlorenes Paket, eine geplatzte Zahlung: mit Ursache, Frist und Abhilfe zum Anklicken. Ist die Ursache weg, schließt sie sich selbst.',
    ar: 'نقص عند الالتقاط أو طرد مفقود أو دفعة فاشلة: لكل منها سببها وموعدها وحل بنقرة. تُغلق تلقائيًا بزوال سببها.',
  },
  paletteTitle: {
    en: 'Ctrl-K goes anywhere',
    de: 'Strg-K führt überallhin',
    ar: 'Ctrl-K يأخذك إلى أي مكان',
  },
  paletteText: {
    en: 'Type an order number and Enter opens it. Type what you want to do, and it is done. “?” shows all keys.',
    de: 'Tippe eine Auftragsnummer, und Enter öffnet sie. Tippe, was du tun willst. „?“ zeigt alle Tasten.',
    ar: 'اكتب رقم الطلب واضغط Enter لفتحه. اكتب ما تريد فعله. «؟» يعرض كل المفاتيح.',
  },
  developersTitle: {
    en: 'Connect it in an afternoon',
    de: 'An einem Nachmittag angebunden',
    ar: 'اربطه في ظهيرة واحدة',
  },
  developersText: {
    en: 'Keys, webhooks and their deliveries, the log of everything, and the API reference, all served from here.',
    de: 'Schlüssel, Webhooks und ihre Zustellungen, das Protokoll von allem und die API-Referenz: alles von hier.',
    ar: 'المفاتيح وخطافات الويب وتسليماتها وسجل كل شيء ومرجع الواجهة البرمجية، كلها من هنا.',
  },
});
