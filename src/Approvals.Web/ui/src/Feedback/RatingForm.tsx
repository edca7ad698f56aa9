import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { rateCase } from '../api/voice';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';

const levels = [5, 4, 3, 2, 1] as const;

/** Five levels in words; the lowest two are called back when given by name. */
export function RatingForm({ caseId }: { caseId: string }) {
  const { t } = useTexts('voice');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [level, setLevel] = useState<number>();
  const [text, setText] = useState('');
  const [named, setNamed] = useState(true);
  const rate = useMutation({
    mutationFn: () => rateCase(caseId, { level: level ?? 0, text: text.trim() || null, named }),
    onSuccess: () => {
      message.success(t('rating.done'));
      return client.invalidateQueries({ queryKey: ['feedback'] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rate.mutate();
      }}
    >
      {rate.error && <ProblemAlert error={rate.error} />}
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend>
          <strong>{t('rating.ask')}</strong>
        </legend>
        <Radio.Group
          value={level}
          style={{ display: 'flex', flexWrap: 'wrap', gap: 8, margin: '8px 0 12px' }}
          onChange={(event) => setLevel(Number(event.target.value))}
          options={levels.map((value) => ({ value, label: t(`rating.level.${value}`) }))}
        />
      </fieldset>
      <Entry label={`${t('rating.text')}${t('common:optional')}`}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Entry>
      <p>
        <Checkbox checked={named} onChange={(event) => setNamed(event.target.checked)}>
          {t('rating.named')}
        </Checkbox>
      </p>
      <Button type="primary" htmlType="submit" disabled={level === undefined} loading={rate.isPending}>
        {t('rating.send')}
      </Button>
    </form>
  );
}
