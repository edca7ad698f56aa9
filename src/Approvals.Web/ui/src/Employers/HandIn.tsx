import { useMutation } from '@tanstack/react-query';
import { UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { messageOf } from '../api/problem';
import { useTexts } from '../i18n/useTexts';

interface Props {
  send: (file: File) => Promise<unknown>;
  what: string;
  given: boolean;
  done: () => unknown;
}

/** Hands in one document. */
export function HandIn({ send, what, given, done }: Props) {
  const { t } = useTexts('employers');
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const handIn = useMutation({
    mutationFn: send,
    onSuccess: () => {
      message.success(`${t('uploaded')} · ${what}`);
      return done();
    },
    onError: (error) => message.error(messageOf(error) ?? t('common:problem.unexpected')),
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.jpg,.jpeg,.png"
        aria-label={t('upload', { what })}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) {
            handIn.mutate(file);
          }
        }}
      />
      <Button
        size="small"
        icon={<UploadOutlined aria-hidden="true" />}
        loading={handIn.isPending}
        onClick={() => input.current?.click()}
      >
        {t('upload', { what })}
        {given && ` · ${t('uploaded')}`}
      </Button>
    </>
  );
}
