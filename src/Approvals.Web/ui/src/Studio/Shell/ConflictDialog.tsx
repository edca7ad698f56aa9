import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { type Command, forkDraft, type StudioDraft } from '../../api/studio';
import { shortInstant } from '../../i18n/dates';
import { useTexts } from '../../i18n/useTexts';
import { ProblemAlert } from '../../Layout/ProblemAlert';
import type { Conflict } from './DraftContext';
import styles from './Studio.module.css';
import { told } from './told';

interface Props {
  draft: StudioDraft;
  conflict: Conflict;
  resolved: (again?: Command[]) => void;
}

/** Two people changed the same thing: what they did, what you wanted, and three ways on. Nothing is written over unseen. */
export function ConflictDialog({ draft, conflict, resolved }: Props) {
  const { t } = useTexts('studio');
  const navigate = useNavigate();
  const { by = '', at, what = '' } = conflict.problem.data;
  const copy = useMutation({
    mutationFn: () => forkDraft(draft.id, conflict.base, conflict.commands),
    onSuccess: (begun) => {
      resolved();
      void navigate(`/studio/${begun.id}/overview`);
    },
  });
  return (
    <Modal
      open
      title={t('conflict.title')}
      width={640}
      closable={false}
      keyboard={false}
      footer={
        <div className={styles.ways}>
          <Button onClick={() => resolved()}>{t('conflict.theirs')}</Button>
          <Button loading={copy.isPending} onClick={() => copy.mutate()}>
            {t('conflict.copy')}
          </Button>
          <Button type="primary" onClick={() => resolved(conflict.commands)}>
            {t('conflict.mine')}
          </Button>
        </div>
      }
    >
      {copy.error && <ProblemAlert error={copy.error} />}
      <p>{t('conflict.text')}</p>
      <div className={styles.sides}>
        <section>
          <h3>{t('conflict.theySaved', { name: by, at: at === undefined ? '' : shortInstant(at) })}</h3>
          <ul>
            {what
              .split('\n')
              .filter(Boolean)
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ul>
        </section>
        <section>
          <h3>{t('conflict.youWanted')}</h3>
          <ul>
            {conflict.commands.map((command, index) => (
              <li key={index}>{told(command)}</li>
            ))}
          </ul>
        </section>
      </div>
      <p className="muted small">{t('conflict.help')}</p>
    </Modal>
  );
}
