import { CloseOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { addPhrase, phrasesQuery, removePhrase } from '../api/work';
import { useTexts } from '../i18n/useTexts';
import styles from './Review.module.css';

interface Props {
  opinion: string;
  choose: (text: string) => void;
  icon: ReactNode;
}

/** Opinions that one writes often. */
export function Phrases({ opinion, choose, icon }: Props) {
  const { t } = useTexts('review');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data = [] } = useQuery({ ...phrasesQuery, enabled: open });
  const refresh = () => client.invalidateQueries({ queryKey: phrasesQuery.queryKey });
  const add = useMutation({ mutationFn: () => addPhrase(opinion.trim()), onSuccess: refresh });
  const remove = useMutation({ mutationFn: removePhrase, onSuccess: refresh });
  const content = (
    <div className={styles.phrases}>
      {data.length === 0 && <p className="muted">{t('phrases.none')}</p>}
      <ul>
        {data.map((phrase) => (
          <li key={phrase.id}>
            <button
              type="button"
              onClick={() => {
                choose(phrase.text);
                setOpen(false);
              }}
            >
              {phrase.text}
            </button>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('phrases.remove', { text: phrase.text })}
              onClick={() => remove.mutate(phrase.id)}
            />
          </li>
        ))}
      </ul>
      <Button size="small" disabled={opinion.trim() === ''} loading={add.isPending} onClick={() => add.mutate()}>
        {t('phrases.save')}
      </Button>
    </div>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="topRight" content={content}>
      <Button icon={icon}>{t('phrases.title')}</Button>
    </Popover>
  );
}
