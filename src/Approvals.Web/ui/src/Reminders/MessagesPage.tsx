import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { TextEntry } from '../Account/TextEntry';
import type { WordingDto, WrittenMessage } from '../api/contract';
import { keepMessage, messagesQuery, previewMessage } from '../api/reminders';
import { shortInstant } from '../i18n/dates';
import { useTexts } from '../i18n/useTexts';
import { Entry } from '../Layout/Entry';
import { PageTitle } from '../Layout/PageTitle';
import { Panel } from '../Layout/Panel';
import { ProblemAlert } from '../Layout/ProblemAlert';
import { QueryView } from '../Layout/QueryView';
import people from '../People/People.module.css';

/** The messages that reminders are written by, with a preview on sample data. */
export default function MessagesPage() {
  const { t } = useTexts('reminders');
  const messages = useQuery(messagesQuery);
  const [name, setName] = useState<string>();
  return (
    <div className={people.page}>
      <PageTitle title={t('messages.title')} below={t('messages.text')} />
      <QueryView query={messages} panels={1}>
        {(found) => {
          const chosen = found.find((row) => row.name === name) ?? found[0];
          return (
            <>
              <Entry label={t('messages.choose')}>
                {(id) => (
                  <Select
                    id={id}
                    style={{ minWidth: 240 }}
                    value={chosen?.name}
                    options={found.map((row) => ({
                      value: row.name,
                      label: titleOf(
                        row.name,
                        t(`messages.name.${row.name}` as 'messages.name.digest', { defaultValue: '' }),
                      ),
                    }))}
                    onChange={setName}
                  />
                )}
              </Entry>
              {chosen && <Editor key={`${chosen.name} ${chosen.number}`} message={chosen} />}
            </>
          );
        }}
      </QueryView>
    </div>
  );
}

/** What the product came with has a name; what others added is called by its code. */
const titleOf = (code: string, name: string) => (name === '' ? code : `${name} · ${code}`);

function Editor({ message }: { message: WordingDto }) {
  const { t } = useTexts('reminders');
  const app = App.useApp();
  const client = useQueryClient();
  const { subjectZh, subjectEn, bodyZh, bodyEn, number } = message;
  const [draft, setDraft] = useState({ subjectZh, subjectEn, bodyZh, bodyEn });
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const preview = useMutation({ mutationFn: () => previewMessage(message.name, { ...draft, number }) });
  const save = useMutation({
    mutationFn: () => keepMessage(message.name, { ...draft, number }),
    onSuccess: () => {
      app.message.success(t('messages.saved'));
      return client.invalidateQueries({ queryKey: messagesQuery.queryKey });
    },
  });
  const failure = save.error ?? preview.error;
  return (
    <>
      <Panel
        title={titleOf(
          message.name,
          t(`messages.name.${message.name}` as 'messages.name.digest', { defaultValue: '' }),
        )}
      >
        <p className="muted small">
          {t('messages.version', { number, at: shortInstant(message.at), by: message.byName ?? t('messages.shipped') })}
        </p>
        <p className="muted small">{t('messages.names', { names: message.names.join(', ') })}</p>
        {failure && <ProblemAlert error={failure} />}
        <TextEntry
          label={t('messages.subjectZh')}
          value={draft.subjectZh}
          onValue={(value) => set({ subjectZh: value })}
        />
        <Body label={t('messages.bodyZh')} value={draft.bodyZh} onValue={(value) => set({ bodyZh: value })} />
        <TextEntry
          label={t('messages.subjectEn')}
          value={draft.subjectEn}
          onValue={(value) => set({ subjectEn: value })}
        />
        <Body label={t('messages.bodyEn')} value={draft.bodyEn} onValue={(value) => set({ bodyEn: value })} />
        <div className={people.buttons}>
          <Button loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('messages.preview')}
          </Button>
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('common:save')}
          </Button>
        </div>
      </Panel>
      {preview.data && <Preview title={t('messages.inChinese')} written={preview.data.zh} />}
      {preview.data && <Preview title={t('messages.inEnglish')} written={preview.data.en} />}
    </>
  );
}

function Body({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  return (
    <Entry label={label}>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 4 }}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Entry>
  );
}

/** The mail as it would look; the frame runs no script and leads nowhere. */
function Preview({ title, written }: { title: string; written: WrittenMessage }) {
  return (
    <Panel title={`${title} · ${written.subject}`}>
      <iframe title={title} sandbox="" srcDoc={written.html} style={{ width: '100%', minHeight: 200, border: 0 }} />
    </Panel>
  );
}
