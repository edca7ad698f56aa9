import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { regionsQuery } from '../api/admin';
import { useTexts } from '../i18n/useTexts';
import styles from './People.module.css';

interface Props {
  id: string;
  value: string | undefined;
  choose: (region: string) => void;
}

interface Chosen {
  code: string;
  hasChildren: boolean;
}

/** Province, city, county: each level appears once the one above is chosen; any level may be the answer. */
export function RegionPicker({ id, choose }: Props) {
  const [path, setPath] = useState<Chosen[]>([]);
  const levels = [undefined, ...path.filter((entry) => entry.hasChildren).map((entry) => entry.code)];
  return (
    <div className={styles.regions}>
      {levels.map((parent, depth) => (
        <Level
          key={parent ?? ''}
          id={depth === 0 ? id : undefined}
          parent={parent}
          value={path[depth]?.code}
          choose={(chosen) => {
            setPath([...path.slice(0, depth), chosen]);
            choose(chosen.code);
          }}
        />
      ))}
    </div>
  );
}

interface LevelProps {
  id: string | undefined;
  parent: string | undefined;
  value: string | undefined;
  choose: (chosen: Chosen) => void;
}

function Level({ id, parent, value, choose }: LevelProps) {
  const { t } = useTexts('admin');
  const { data = [] } = useQuery(regionsQuery(parent));
  return (
    <Select
      id={id}
      className={styles.wide}
      aria-label={id ? undefined : t('roles.regionBelow')}
      placeholder={t(parent === undefined ? 'roles.region' : 'roles.regionBelow')}
      value={value}
      options={data.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code) =>
        choose({ code, hasChildren: data.find((region) => region.code === code)?.hasChildren ?? false })
      }
    />
  );
}
