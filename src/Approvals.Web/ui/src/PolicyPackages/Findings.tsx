import { Link } from 'react-router';
import type { VersionFinding } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';
import styles from './PolicyPackages.module.css';

/** What a check found, in words: what blocks first, each with the file and step it is about. */
export function Findings({ findings, version }: { findings: readonly VersionFinding[]; version?: string }) {
  const { t } = useTexts('policy');
  return (
    <ul className={styles.findings}>
      {findings.map((finding, index) => (
        <li key={index}>
          <p>
            <Tag tone={finding.blocks ? 'error' : 'plain'}>{t(finding.blocks ? 'check.blocks' : 'check.hint')}</Tag>{' '}
            <span className="muted">{t(`area.${finding.area}`)}</span>
          </p>
          <p className={styles.told}>{finding.text}</p>
          {version !== undefined && (finding.path ?? []).length > 0 && (
            <p>
              <Link to={`/studio/${version}/flow?path=${(finding.path ?? []).map(encodeURIComponent).join(',')}`}>
                {t('check.lit')}
              </Link>
            </p>
          )}
          {(finding.file ?? finding.activity) && (
            <p className={styles.place}>{[finding.file, finding.activity].filter(Boolean).join(' · ')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
