import type { VersionReport } from '../../api/contract';
import type { Scenario } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { Tag } from '../../Layout/Tag';
import { useDraft } from '../Shell/DraftContext';
import { nameOf } from './scenarios';
import styles from './Test.module.css';

interface Props {
  files: readonly string[];
  chosen: string | undefined;
  choose: (path: string) => void;
  /** What the last run of all found; absent before there was one. */
  findings: VersionReport['findings'] | undefined;
}

/** The scenarios by name, each with how it came out when all were run. */
export function ScenarioList({ files, chosen, choose, findings }: Props) {
  const { t, i18n } = useTexts('rehearsal');
  const { file } = useDraft();
  return (
    <ul className={styles.list} aria-label={t('scenarios')}>
      {files.map((path) => {
        const failed = findings?.filter((one) => one.area === 'scenario' && one.file === path) ?? [];
        return (
          <li key={path}>
            <button type="button" className={styles.choice} aria-pressed={path === chosen} onClick={() => choose(path)}>
              <span>{nameOf(file<Scenario>(path), i18n.language) || path}</span>
              {findings && (
                <Tag tone={failed.length === 0 ? 'ok' : 'error'}>{t(failed.length === 0 ? 'passed' : 'failed')}</Tag>
              )}
            </button>
            {failed.map((one, index) => (
              <p key={index} className={styles.failure}>
                {one.text}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
