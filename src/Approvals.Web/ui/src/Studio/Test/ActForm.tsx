import { Input, Select } from 'antd';
import { useState } from 'react';
import type { FormValues } from '../../api/contract';
import type { RehearsedTaskDto, ScenarioAct } from '../../api/rehearsals';
import { useTexts } from '../../i18n/useTexts';
import { Entry } from '../../Layout/Entry';
import { useDraft } from '../Shell/DraftContext';
import { ActButtons } from './ActButtons';
import { usePersonName } from './PeopleContext';
import { StepForm } from './StepForm';
import styles from './Test.module.css';

interface Props {
  task: RehearsedTaskDto;
  people: readonly string[];
  now: string;
  add: (act: ScenarioAct) => void;
}

/** What one person does at a step: who, the form, the papers, the opinion, and the acts that the step offers. */
export function ActForm({ task, people, now, add }: Props) {
  const { t, i18n } = useTexts('rehearsal');
  const { file } = useDraft();
  const called = usePersonName();
  const [by, setBy] = useState(task.by[0] ?? '');
  const [values, setValues] = useState<FormValues>({});
  const [papers, setPapers] = useState<string[]>([]);
  const [opinion, setOpinion] = useState('');
  const asked =
    file<{ documents?: { type: string; name?: Record<string, string> | string }[] }>('service.json')?.documents ?? [];
  const act: ScenarioAct = {
    at: now,
    by,
    activity: task.activity,
    ...(task.form !== null && Object.keys(values).length > 0 ? { form: values } : {}),
    ...(papers.length > 0 ? { documents: papers } : {}),
    ...(opinion === '' ? {} : { opinion }),
  };
  return (
    <>
      <Entry label={t('by')}>
        {(id) => (
          <Select
            id={id}
            className={styles.by}
            value={by}
            options={task.by.map((key) => ({ value: key, label: called(key) }))}
            onChange={setBy}
          />
        )}
      </Entry>
      {task.form !== null && <StepForm form={task.form} values={values} setValues={setValues} />}
      {task.page === null && (
        <Entry label={t('papers')} hint={t('papersHint')}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              className={styles.wide}
              value={papers}
              options={asked.map(({ type, name }) => ({
                value: type,
                label:
                  typeof name === 'object' ? (name[i18n.language === 'en' ? 'en' : 'zh-CN'] ?? type) : (name ?? type),
              }))}
              onChange={setPapers}
            />
          )}
        </Entry>
      )}
      {task.page !== null && (
        <Entry label={t('opinion')}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 2 }}
              value={opinion}
              onChange={(event) => setOpinion(event.target.value)}
            />
          )}
        </Entry>
      )}
      <ActButtons task={task} people={people.filter((key) => key !== by)} act={act} add={add} />
    </>
  );
}
