import type { NoticeDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';

export function NoticeState({ notice }: { notice: NoticeDto }) {
  const { t } = useTexts('notices');
  if (notice.state !== 'open') {
    return <Tag>{t('closed')}</Tag>;
  }
  return <Tag tone="info">{notice.daysLeft === 0 ? t('lastDay') : t('daysLeft', { count: notice.daysLeft })}</Tag>;
}
