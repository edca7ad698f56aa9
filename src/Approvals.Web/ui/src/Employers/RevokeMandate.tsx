import { Button } from 'antd';
import { useState } from 'react';
import { revokeMandate } from '../api/employers';
import { useTexts } from '../i18n/useTexts';
import { ReasonDialog } from '../Layout/ReasonDialog';

/** Ends a mandate, with a reason. */
export function RevokeMandate({ id, done }: { id: string; done: () => unknown }) {
  const { t } = useTexts('employers');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('revoke')}</Button>
      {open && (
        <ReasonDialog
          title={t('revokeTitle')}
          text={t('revokeText')}
          label={t('reason')}
          ok={t('revoke')}
          danger
          send={(reason) => revokeMandate(id, reason)}
          done={t('revoked')}
          again={done}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
