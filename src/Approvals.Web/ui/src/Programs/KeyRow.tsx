import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import type { ApiKeyDto } from '../api/contract';
import { messageOf } from '../api/problem';
import { keysQuery, revokeKey } from '../api/programs';
import { isoDay, shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Tag, type Tone } from '../Layout/Tag';
import { scopeText } from './words';
import styles from './Programs.module.css';

const tones: Record<ApiKeyDto['state'], Tone> = { inForce: 'ok', expired: 'plain', revoked: 'plain' };

/** A key with what it opens, until when, and when it was last used. */
export function KeyRow({ row }: { row: ApiKeyDto }) {
  const { t } = useTexts('programs');
  const { message } = App.useApp();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeKey(row.id),
    onSuccess: () => {
      message.success(t('revoked'));
      return client.invalidateQueries({ queryKey: keysQuery.queryKey });
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  const used = row.lastUsedAt ? t('lastUsed', { at: shortInstant(row.lastUsedAt) }) : t('neverUsed');
  return (
    <li className={styles.row}>
      <div>
        <p>
          <strong>{row.ownerName ? `${row.ownerName} · ${row.name}` : row.name}</strong>{' '}
          <Tag tone={tones[row.state]}>{t(`state.${row.state}`)}</Tag>
        </p>
        <p className="muted">{row.scopes.map((scope) => t(scopeText(scope))).join(' · ')}</p>
        <p className="muted small">{[t('until', { day: isoDay(row.expiresAt) }), used].join(' · ')}</p>
      </div>
      {row.state === 'inForce' && (
        <Popconfirm
          title={t('revokeTitle')}
          description={t('revokeText')}
          okText={t('revoke')}
          cancelText={t('common:cancel')}
          onConfirm={() => revoke.mutate()}
        >
          <Button loading={revoke.isPending}>{t('revoke')}</Button>
        </Popconfirm>
      )}
    </li>
  );
}
