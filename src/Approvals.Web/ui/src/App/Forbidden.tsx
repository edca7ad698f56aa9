import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../Layout/EmptyState';
import { Panel } from '../Layout/Panel';
import styles from './Forbidden.module.css';
import { startOf, useSession } from './useSession';

export function Forbidden() {
  const { t } = useTranslation();
  return <Lost title={t('problem.forbidden')} text={t('problem.forbiddenText')} />;
}

export default function NotFound() {
  const { t } = useTranslation();
  return <Lost title={t('problem.notFound')} text={t('problem.notFoundText')} />;
}

function Lost({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = startOf(useSession());
  return (
    <div className={styles.lost}>
      <Panel>
        <EmptyState
          title={title}
          actions={
            <Button type="primary" onClick={() => void navigate(start)}>
              {t('problem.home')}
            </Button>
          }
        >
          {text}
        </EmptyState>
      </Panel>
    </div>
  );
}
