import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ServiceVersionDto } from '../api/contract';
import { versionsQuery } from '../api/policy';
import { createService } from '../api/studio';
import { useTexts } from '../i18n/useTexts';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { RegionPicker } from '../People/RegionPicker';
import styles from '../PolicyPackages/PolicyPackages.module.css';

const smallest = '';
/** Before the id of a version that is inherited from, not copied. */
const inherited = 'variant:';

/** A service that was not there: its code and names, and what it begins with. */
export function NewServiceDialog({ versions, close }: { versions: ServiceVersionDto[]; close: () => void }) {
  const { t } = useTexts('studio');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [entered, setEntered] = useState({ code: '', nameZh: '', nameEn: '' });
  const [from, setFrom] = useState(smallest);
  const [region, setRegion] = useState<string>();
  const isVariant = from.startsWith(inherited);
  const create = useMutation({
    mutationFn: () => createService({ ...entered, ...source(from, region) }),
    onSuccess: async (begun) => {
      await client.invalidateQueries({ queryKey: versionsQuery.queryKey });
      await navigate(`/studio/${begun.id}/overview`);
    },
  });
  const incomplete = Object.values(entered).some((text) => text.trim() === '') || (isVariant && region === undefined);
  return (
    <Modal
      open
      title={t('list.new')}
      okText={t('list.create')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: incomplete }}
      confirmLoading={create.isPending}
      onOk={() => create.mutate()}
      onCancel={close}
    >
      <p>{t('list.newText')}</p>
      {create.error && <ProblemAlert error={create.error} />}
      {(['code', 'nameZh', 'nameEn'] as const).map((key) => (
        <Entry key={key} label={t(`list.${key}`)} help={key === 'code' ? t('list.codeHelp') : undefined}>
          {(id) => (
            <Input
              id={id}
              maxLength={key === 'code' ? 40 : 100}
              value={entered[key]}
              onChange={(event) => setEntered({ ...entered, [key]: event.target.value })}
            />
          )}
        </Entry>
      ))}
      <Entry label={t('list.from')} help={isVariant ? t('list.variantHelp') : undefined}>
        {(id) => (
          <Select
            id={id}
            className={styles.wide}
            value={from}
            options={[
              { value: smallest, label: t('list.smallest') },
              ...versions
                .filter(({ inForce }) => inForce)
                .map(({ id: version, name, number }) => ({
                  value: `${inherited}${version}`,
                  label: t('list.variantOf', { name, number }),
                })),
              ...versions.map(({ id: value, name, number }) => ({ value, label: t('list.copyOf', { name, number }) })),
            ]}
            onChange={setFrom}
          />
        )}
      </Entry>
      {isVariant && (
        <Entry label={t('list.region')} help={t('list.regionHelp')}>
          {(id) => <RegionPicker id={id} value={region} choose={setRegion} />}
        </Entry>
      )}
    </Modal>
  );
}

/** What the service begins with, as the contract has it. */
function source(from: string, region: string | undefined) {
  if (from === smallest) {
    return {};
  }
  return from.startsWith(inherited) && region !== undefined
    ? { variantOf: from.slice(inherited.length), region }
    : { copyOf: from };
}

interface EntryProps {
  label: string;
  help?: string | undefined;
  children: (id: string) => ReactNode;
}

function Entry({ label, help, children }: EntryProps) {
  const id = useId();
  return (
    <div className={styles.entry}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help !== undefined && <p className="muted small">{help}</p>}
    </div>
  );
}
