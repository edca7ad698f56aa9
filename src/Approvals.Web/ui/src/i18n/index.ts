import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, language, rememberLanguage } from './language';

type Texts = Record<string, Record<string, unknown>>;

const loaders: Record<Language, () => Promise<{ default: Texts }>> = {
  'zh-CN': () => import('./zh-CN'),
  en: () => import('./en'),
};

async function load(chosen: Language): Promise<void> {
  const { default: texts } = await loaders[chosen]();
  for (const [namespace, entries] of Object.entries(texts)) {
    i18next.addResourceBundle(chosen, namespace, entries, true, true);
  }
  document.documentElement.lang = chosen;
  dayjs.locale(chosen === 'zh-CN' ? 'zh-cn' : 'en');
}

/** Starts the texts in the remembered language; only that language is downloaded. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language(),
    fallbackLng: false,
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await load(language());
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  await load(chosen);
  rememberLanguage(chosen);
  await i18next.changeLanguage(chosen);
}
