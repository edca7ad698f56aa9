import { GlobalOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n';
import { language } from '../i18n/language';
import styles from './Header.module.css';

/** Changes the language of the page, and asks the server for its texts again. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const other = language() === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className={styles.tool}
      lang={other}
      onClick={() => void chooseLanguage(other).then(() => client.invalidateQueries())}
    >
      <GlobalOutlined aria-hidden="true" /> {t(`languageName.${other}`)}
    </button>
  );
}
