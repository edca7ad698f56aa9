import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ServiceVersionDto } from '../api/contract';
import { batchesQuery, startMigration, versionsQuery } from '../api/policy';
import { useTexts } from '../i18n/useTexts';
import { ConfirmDialog } from './ConfirmDialog';

/** Begins what the author of a version planned for cases under way: the same plan, the same reason, one click. */
export function CarryOut({ version, close }: { version: ServiceVersionDto; close: () => void }) {
  const { t } = useTexts('policy');
  const client = useQueryClient();
  const { message } = App.useApp();
  const plan = version.moving;
  if (plan === null) {
    return null;
  }
  const way = { from: plan.from, to: version.id, activities: plan.activities };
  return (
    <ConfirmDialog
      title={t('act.migrate')}
      text={t('ask.migrate', { from: plan.fromNumber, to: version.number })}
      act={() => startMigration(way, version.note ?? t('act.migrate'), `plan-${version.id}`)}
      done={() => {
        message.success(t('migration.started'));
        return Promise.all([
          client.invalidateQueries({ queryKey: batchesQuery.queryKey }),
          client.invalidateQueries({ queryKey: versionsQuery.queryKey }),
        ]);
      }}
      close={close}
    />
  );
}
