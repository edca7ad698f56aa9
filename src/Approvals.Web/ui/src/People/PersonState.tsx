import type { AccountDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Tag } from '../Layout/Tag';

export function PersonState({ person }: { person: AccountDto }) {
  const { t } = useTexts('admin');
  return (
    <>
      <Tag tone={person.disabled ? 'error' : person.locked ? 'warn' : 'ok'}>
        {t(person.disabled ? 'person.disabled' : person.locked ? 'person.locked' : 'person.active')}
      </Tag>{' '}
      {person.kind === 'staff' && !person.twoFactor && <Tag tone="warn">{t('person.noTwoFactor')}</Tag>}
    </>
  );
}
