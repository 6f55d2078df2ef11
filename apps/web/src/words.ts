import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

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
export function storedLanguage(): Language {
  try {
    return localStorage.getItem('hoaban.language') === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** Changes the language of the page and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem('hoaban.language', language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Must be awaited before the first render. */
export async function startWords(): Promise<void> {
  const language = storedLanguage();
  document.documentElement.lang = language;
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
