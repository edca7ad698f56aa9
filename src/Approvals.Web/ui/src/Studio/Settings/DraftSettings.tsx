import { type ReactNode, useMemo } from 'react';
import { Waiting } from '../../Layout/Waiting';
import { useDraft } from '../Shell/DraftContext';
import type { Json } from './json';
import { type SettingsFile, SettingsFileProvider } from './place';
import { useChoices } from './useChoices';

/** Settings of a file of the open draft. */
export function DraftSettings({ path, children }: { path: string; children: ReactNode }) {
  const { file, edit, problems, readOnly } = useDraft();
  const choices = useChoices();
  const root = file<Json>(path);
  const access = useMemo<SettingsFile>(
    () => ({ file: path, root, edit, problems, readOnly, choices }),
    [path, root, edit, problems, readOnly, choices],
  );
  return root === undefined ? <Waiting /> : <SettingsFileProvider value={access}>{children}</SettingsFileProvider>;
}
