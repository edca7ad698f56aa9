import { Drawer } from 'antd';
import type { TableTrial } from '../../api/tables';
import { useTexts } from '../../i18n/useTexts';
import styles from './Tables.module.css';

const most = 200;

/** Why rules did not match, those nearest to it first. */
export function WhyNot({ rules, close }: { rules: TableTrial['rules']; close: () => void }) {
  const { t } = useTexts('tables');
  const nearest = [...rules].sort((left, right) => left.why.length - right.why.length || left.number - right.number);
  return (
    <Drawer open title={t('trial.whyTitle')} onClose={close} size={420}>
      <ul className={styles.why}>
        {nearest.slice(0, most).map((rule) => (
          <li key={rule.key}>
            <b>{t('ruleNumber', { number: rule.number })}</b>
            <ul>
              {rule.why.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
