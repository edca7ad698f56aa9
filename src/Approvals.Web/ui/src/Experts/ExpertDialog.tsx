import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import type { ExpertDto } from '../api/contract';
import { addExpert, changeExpert } from '../api/experts';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { ProblemAlert } from '../Layout/ProblemAlert';
import people from '../People/People.module.css';
import { CoAuthors, type NewCoAuthor, nobody, withTyped } from './CoAuthors';
import { DaysAway, type Days, withPicked } from './DaysAway';
import { PoolPicker } from './PoolPicker';

interface Choice {
  code: string;
  name: string;
}
interface Props {
  expert?: ExpertDto;
  choices: { fields: Choice[]; regions: Choice[] };
  close: () => void;
}

const options = (choices: Choice[]) => choices.map(({ code, name }) => ({ value: code, label: name }));

/** A new expert, or the changes of one; who leaves the pool is taken out, never deleted. */
export function ExpertDialog({ expert, choices, close }: Props) {
  const { t } = useTexts('experts');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [user, setUser] = useState<string>();
  const [region, setRegion] = useState(choices.regions[0]?.code);
  const [fields, setFields] = useState(expert?.fields.map(({ code }) => code) ?? []);
  const [employerName, setEmployerName] = useState(expert?.employerName ?? '');
  const [employerUscc, setEmployerUscc] = useState(expert?.employerUscc ?? '');
  const [away, setAway] = useState(expert?.away ?? []);
  const [kept, setKept] = useState(expert?.coAuthors ?? []);
  const [coAuthors, setCoAuthors] = useState<NewCoAuthor[]>([]);
  const [typed, setTyped] = useState(nobody);
  const [picked, setPicked] = useState<Days>();
  const [closed, setClosed] = useState(expert !== undefined && expert.closedAt !== null);
  const body = {
    fields,
    // What was entered and not added counts as well: nobody means to lose it.
    away: withPicked(away, picked),
    coAuthors: withTyped(coAuthors, typed),
    employerName: employerName.trim() || null,
    employerUscc: employerUscc.trim() || null,
  };
  const save = useMutation({
    mutationFn: () =>
      expert === undefined
        ? addExpert({ ...body, user: user ?? '', region: region ?? '' })
        : changeExpert(expert.id, { ...body, etag: expert.etag, kept: kept.map(({ id }) => id), closed }),
    onSuccess: () => {
      message.success(t('saved'));
      close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['experts'] }),
  });
  const isNamed = typed.name.trim() !== '' || !typed.number?.trim();
  const isWhole =
    isNamed && fields.length > 0 && (expert !== undefined || (user !== undefined && region !== undefined));
  return (
    <Modal
      open
      title={expert?.name ?? t('add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !isWhole }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={close}
    >
      {save.error && <ProblemAlert error={save.error} />}
      {expert === undefined && (
        <>
          <Entry label={t('form.user')} hint={t('form.userHint')}>
            {(id) => <PoolPicker id={id} value={user} choose={setUser} />}
          </Entry>
          <Entry label={t('form.region')} hint={t('form.regionHint')}>
            {(id) => (
              <Select
                id={id}
                className={people.wide}
                value={region}
                showSearch={{ optionFilterProp: 'label' }}
                options={options(choices.regions)}
                onChange={setRegion}
              />
            )}
          </Entry>
        </>
      )}
      <Entry label={t('form.fields')}>
        {(id) => (
          <Select
            id={id}
            className={people.wide}
            mode="multiple"
            value={fields}
            options={options(choices.fields)}
            onChange={setFields}
          />
        )}
      </Entry>
      <TextEntry
        label={t('form.employerName')}
        hint={t('form.employerHint')}
        maxLength={200}
        value={employerName}
        onValue={setEmployerName}
      />
      <TextEntry label={t('form.employerUscc')} maxLength={18} value={employerUscc} onValue={setEmployerUscc} />
      <DaysAway days={away} change={setAway} picked={picked} pick={setPicked} />
      <CoAuthors kept={kept} keep={setKept} added={coAuthors} add={setCoAuthors} typed={typed} type={setTyped} />
      {expert !== undefined && (
        <Entry label={t('form.closing')} hint={t('form.closingHint')}>
          {(id) => <Switch id={id} checked={closed} onChange={setClosed} />}
        </Entry>
      )}
    </Modal>
  );
}
