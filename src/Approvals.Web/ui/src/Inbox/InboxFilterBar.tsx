import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { InboxDto, InboxFilters, InboxTab, OptionDto } from '../api/contract';
import { useTexts } from '../i18n/useTexts';
import { ConditionsButton } from '../SearchConditions/ConditionsButton';
import styles from './Inbox.module.css';

interface Props {
  tab: InboxTab;
  filters: InboxFilters;
  choices: InboxDto['filters'];
  show: (change: InboxFilters) => void;
  next?: () => void;
  busy: boolean;
}

/** Each filter says its name and its value, and steps and claims are of tasks alone; the one main button takes the next case. */
export function InboxFilterBar({ tab, filters, choices, show, next, busy }: Props) {
  const { t } = useTexts('inbox');
  const [known, setKnown] = useState(filters.q);
  const [text, setText] = useState(filters.q ?? '');
  // A view that is chosen, or a tab, brings other filters.
  if (known !== filters.q) {
    setKnown(filters.q);
    setText(filters.q ?? '');
  }
  const claimed = (['me', 'none', 'others'] as const).map((value) => ({ value, label: t(`claimed.${value}`) }));
  const active = Object.entries(filters).some(([key, value]) => key !== 'sort' && value !== undefined);
  const clear = () => {
    setText('');
    show({
      service: undefined,
      activity: undefined,
      region: undefined,
      due: undefined,
      claimed: undefined,
      q: undefined,
      where: undefined,
    });
  };
  return (
    <div className={styles.filters}>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          show({ q: text.trim() === '' ? undefined : text.trim() });
        }}
      >
        <Input
          prefix={<SearchOutlined aria-hidden="true" />}
          value={text}
          allowClear
          placeholder={t('search')}
          aria-label={t('search')}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '' && filters.q) {
              show({ q: undefined });
            }
          }}
        />
      </form>
      <Filter
        name={t('column.service')}
        value={filters.service}
        options={choices.services}
        set={(service) => show({ service, where: undefined })}
      />
      {(tab === 'todo' || tab === 'done') && (
        <Filter
          name={t('column.activity')}
          value={filters.activity}
          options={choices.activities}
          set={(activity) => show({ activity })}
        />
      )}
      <Filter
        name={t('column.region')}
        value={filters.region}
        options={choices.regions}
        set={(region) => show({ region })}
      />
      {tab === 'todo' && (
        <Filter
          name={t('column.claim')}
          value={filters.claimed}
          options={claimed}
          set={(value) => show({ claimed: value as InboxFilters['claimed'] })}
        />
      )}
      <ConditionsButton service={filters.service} where={filters.where} apply={(where) => show({ where })} />
      {active && (
        <Button type="link" onClick={clear}>
          {t('clear')}
        </Button>
      )}
      {next && (
        <Button type="primary" className={styles.next} loading={busy} onClick={next}>
          {t('claimNext')}
        </Button>
      )}
    </div>
  );
}

interface FilterProps {
  name: string;
  value: string | undefined;
  options: OptionDto[];
  set: (value: string | undefined) => void;
}

function Filter({ name, value, options, set }: FilterProps) {
  const { t } = useTexts('inbox');
  return (
    <Select
      className={styles.filter}
      aria-label={name}
      prefix={<span className="muted">{name}</span>}
      value={value ?? ''}
      options={[{ value: '', label: t('all') }, ...options]}
      popupMatchSelectWidth={false}
      onChange={(chosen) => set(chosen === '' ? undefined : chosen)}
    />
  );
}
