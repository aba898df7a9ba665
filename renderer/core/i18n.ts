// Starts the translation of the interface and tells the document which language it speaks.

import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language } from './language';

export function startI18n(words: Resource, language: Language): i18n {
  void i18next.use(initReactI18next).init({
    resources: words,
    lng: language,
    fallbackLng: false,
    defaultNS: 'core',
    initAsync: false,
    returnNull: false,
    // React escapes
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
  return i18next;
}

export async function setLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language;
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return LANGUAGES.find((language) => language === i18next.language) ?? 'zh-CN';
}
