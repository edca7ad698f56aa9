import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import styles from './ProblemAlert.module.css';

interface Props {
  error: unknown;
  retry?: () => void;
}

/** What happened, that nothing was lost, and the reference to tell support. */
export function ProblemAlert({ error, retry }: Props) {
  const { t } = useTranslation();
  const problem = error instanceof Problem ? error : undefined;
  const text =
    problem?.code === 'network' ? t('problem.network') : problem?.message ? problem.message : t('problem.unexpected');
  return (
    <div role="alert" className={styles.alert}>
      <p className={styles.title}>{text}</p>
      {problem !== undefined && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((entry) => (
            <li key={`${entry.path} ${entry.message}`}>{entry.message}</li>
          ))}
        </ul>
      )}
      {(problem === undefined || problem.passing) && <p>{t('problem.nothingLost')}</p>}
      {problem?.reference && <p className="small">{t('problem.reference', { reference: problem.reference })}</p>}
      {retry && (
        <Button size="small" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
