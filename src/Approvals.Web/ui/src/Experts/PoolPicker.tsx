import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { poolCandidatesQuery } from '../api/experts';
import people from '../People/People.module.css';

interface Props {
  id: string;
  value: string | undefined;
  choose: (user: string) => void;
}

/** An account of an expert that is not in the pool yet, by a part of the name. */
export function PoolPicker({ id, value, choose }: Props) {
  const [typed, setTyped] = useState('');
  const found = useQuery(poolCandidatesQuery(typed));
  return (
    <Select
      id={id}
      className={people.wide}
      value={value}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={found.data?.map(({ user, name, regionName }) => ({ value: user, label: `${name} · ${regionName}` }))}
      onChange={choose}
    />
  );
}
