import { FilterOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { SearchFieldDto } from '../api/contract';
import { searchFieldsQuery } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import { QueryView } from '../Layout/QueryView';
import { ConditionRow } from './ConditionRow';
import { type Condition, conditionOf, whole, written } from './conditions';
import styles from './SearchConditions.module.css';

interface Props {
  /** The service whose answers are asked for; none has no fields. */
  service: string | undefined;
  where: string[] | undefined;
  apply: (where: string[] | undefined) => void;
}

const most = 5;

/** Conditions on the answers of a service, each by the kind of its field. */
export function ConditionsButton({ service, where, apply }: Props) {
  const { t } = useTexts('inbox');
  const [open, setOpen] = useState(false);
  const count = where?.length ?? 0;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      content={
        service === undefined ? (
          <p className={styles.none}>{t('where.chooseService')}</p>
        ) : (
          <Asked
            key={`${service} ${where?.join(' ') ?? ''}`}
            service={service}
            where={where ?? []}
            apply={(next) => {
              setOpen(false);
              apply(next);
            }}
          />
        )
      }
    >
      <Button icon={<FilterOutlined aria-hidden="true" />} type={count > 0 ? 'primary' : 'default'} ghost={count > 0}>
        {count > 0 ? t('where.some', { count }) : t('where.more')}
      </Button>
    </Popover>
  );
}

interface AskedProps {
  service: string;
  where: string[];
  apply: (where: string[] | undefined) => void;
}

function Asked({ service, ...rest }: AskedProps) {
  const { t } = useTexts('inbox');
  const fields = useQuery(searchFieldsQuery(service));
  return (
    <QueryView query={fields} panels={1}>
      {(found) =>
        found.length === 0 ? (
          <p className={styles.none}>{t('where.noFields')}</p>
        ) : (
          <Conditions fields={found} {...rest} />
        )
      }
    </QueryView>
  );
}

function Conditions({ fields, where, apply }: Omit<AskedProps, 'service'> & { fields: SearchFieldDto[] }) {
  const { t } = useTexts('inbox');
  const empty: Condition = { field: '', comparison: 'is', value: '' };
  const [rows, setRows] = useState<Condition[]>(() => {
    const known = where.flatMap((text) => conditionOf(text) ?? []);
    return known.length > 0 ? known : [empty];
  });
  const change = (at: number, next: Condition) => setRows(rows.map((row, index) => (index === at ? next : row)));
  return (
    <form
      className={styles.conditions}
      onSubmit={(event) => {
        event.preventDefault();
        const said = whole(rows).map(written);
        apply(said.length === 0 ? undefined : said);
      }}
    >
      {rows.map((row, index) => (
        <ConditionRow
          key={index}
          condition={row}
          fields={fields}
          change={(next) => change(index, next)}
          remove={rows.length > 1 ? () => setRows(rows.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      <div className={styles.end}>
        <Button
          type="link"
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={rows.length >= most}
          onClick={() => setRows([...rows, empty])}
        >
          {t('where.add')}
        </Button>
        <Button onClick={() => apply(undefined)}>{t('where.clear')}</Button>
        <Button type="primary" htmlType="submit">
          {t('where.apply')}
        </Button>
      </div>
    </form>
  );
}
