import { CheckCircleOutlined, LeftOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { versionsQuery } from '../../api/policy';
import { useTexts } from '../../i18n/useTexts';
import { CheckDrawer } from '../../PolicyPackages/CheckDrawer';
import { useDraft } from './DraftContext';
import { SaveMark } from './SaveMark';
import styles from './Studio.module.css';
import { SubmitButton } from './SubmitButton';

/** The bar of a version: where back is, which version, whether it is saved, since when it binds, and the ways on. */
export function VersionBar() {
  const { t } = useTexts('studio');
  const { draft, problems, readOnly, undo, redo } = useDraft();
  const versions = useQuery(versionsQuery);
  const [checking, setChecking] = useState(false);
  const own = versions.data?.filter((version) => version.service === draft.service) ?? [];
  const version = own.find((one) => one.id === draft.id);
  const grave = problems.filter((problem) => problem.severity === 'error').length;
  return (
    <div className={styles.bar}>
      <Link to="/studio" className={styles.back}>
        <LeftOutlined aria-hidden="true" /> {t('back')}
      </Link>
      <h1>{draft.name}</h1>
      <VersionSelect />
      {draft.live && draft.live.id !== draft.id && <span className={styles.live}>{t('live', { ...draft.live })}</span>}
      <div className={styles.acts}>
        <SaveMark />
        {!readOnly && (
          <span className={styles.steps}>
            <Button
              icon={<UndoOutlined aria-hidden="true" />}
              aria-label={t('undo')}
              title={t('undo')}
              disabled={!draft.canUndo}
              onClick={() => void undo()}
            />
            <Button
              icon={<RedoOutlined aria-hidden="true" />}
              aria-label={t('redo')}
              title={t('redo')}
              disabled={!draft.canRedo}
              onClick={() => void redo()}
            />
          </span>
        )}
        <span className={styles.day}>{t('day', { day: draft.effectiveFrom ?? t('dayOpen') })}</span>
        <Button
          icon={<CheckCircleOutlined aria-hidden="true" />}
          disabled={version === undefined}
          onClick={() => setChecking(true)}
        >
          {t('check')} <Badge count={grave} size="small" title={t('errors', { count: grave })} />
        </Button>
        <SubmitButton errors={grave} />
      </div>
      {checking && version && (
        <CheckDrawer version={{ ...version, hash: draft.hash }} publishing={false} close={() => setChecking(false)} />
      )}
    </div>
  );
}

function VersionSelect() {
  const { t } = useTexts('studio');
  const { draft } = useDraft();
  const { tab = 'overview' } = useParams();
  const navigate = useNavigate();
  const versions = useQuery(versionsQuery);
  const own = versions.data?.filter((version) => version.service === draft.service) ?? [];
  return (
    <Select
      className={styles.version}
      aria-label={t('version')}
      value={draft.id}
      options={(own.length > 0 ? own : [draft]).map(({ id, number, state }) => ({
        value: id,
        label: t('versionOf', { number, state: t(`state.${state}`) }),
      }))}
      onChange={(chosen: string) => void navigate(`/studio/${chosen}/${tab}`)}
    />
  );
}
