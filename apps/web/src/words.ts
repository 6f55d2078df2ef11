import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

const languages = ['vi', 'en'] as const;
type Language = (typeof languages)[number];

const files = import.meta.glob<{ default: Record<string, unknown> }>('./locales/*/*.json');

/** Each area's words are a file of their own, loaded with the first page that speaks them. */
const wordFiles: BackendModule = {
  type: 'backend',
  init() {},
  read(language, area, done) {
    const load = files[`./locales/${language}/${area}.json`];
    if (!load) {
      done(new Error(`No words ${language}/${area}`), null);
      return;
    }
    load().then(
      (module) => done(null, module.default),
      (error) => done(error, null),
    );
  },
};

/** The language chosen on this device; Vietnamese until somebody chooses. */
function storedLanguage(): Language {
  try {
    return localStorage.getItem('hoaban.language') === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** Whoever changes the language (i18n.changeLanguage): the device remembers it and the page says which one it is in. */
function remember(language: string): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem('hoaban.language', language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}

/** Must be awaited before the first render. */
export async function startWords(): Promise<void> {
  const language = storedLanguage();
  document.documentElement.lang = language;
  i18next.on('languageChanged', remember);
  await i18next
    .use(wordFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: languages,
      ns: ['ui', 'shell'],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
      returnNull: false,
    });
}
