import { useTranslation } from 'react-i18next';
import type texts from './zh-CN';

type Namespace = keyof typeof texts;
const shared = ['common', 'shell', 'home', 'application', 'cases', 'cards'] as const;

/** The texts of a page, and with a prefix those that pages share. */
export function useTexts<N extends Namespace>(namespace: N) {
  return useTranslation<readonly [N, ...typeof shared]>([namespace, ...shared]);
}

export type Texts<N extends Namespace> = ReturnType<typeof useTexts<N>>['t'];
