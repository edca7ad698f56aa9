import { Select } from 'antd';
import { useState } from 'react';
import type { WaitingListDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import styles from './Allotment.module.css';
import { useOwners } from './useOwners';

interface Owner {
  /** Whose it becomes; undefined until that is said. */
  owner: string | undefined;
  owners: { id: string; name: string }[];
  choose: (id: string) => void;
  /** Whether neither the list nor the reader's rights say whose it is. */
  asks: boolean;
}

/** Whose a thing becomes: the list's, or the only organisation one keeps things for; else it is asked. */
export function useOwner(lists: readonly WaitingListDto[], list: string | undefined): Owner {
  const owners = useOwners(lists);
  const [chosen, choose] = useState<string>();
  const listed = lists.find(({ id }) => id === list)?.organisationId ?? undefined;
  const only = owners.length === 1 ? owners[0]?.id : undefined;
  return { owner: listed ?? only ?? chosen, owners, choose, asks: listed === undefined && only === undefined };
}

export function OwnerEntry({ owner, owners, choose, asks }: Owner) {
  const { t } = useTexts('allotment');
  if (!asks) {
    return null;
  }
  if (owners.length === 0) {
    return <p role="alert">{t('things.noOwner')}</p>;
  }
  return (
    <Entry label={t('things.owner')}>
      {(id) => (
        <Select
          id={id}
          className={styles.wide}
          value={owner}
          placeholder={t('things.chooseOwner')}
          showSearch={{ optionFilterProp: 'label' }}
          options={owners.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={choose}
        />
      )}
    </Entry>
  );
}
