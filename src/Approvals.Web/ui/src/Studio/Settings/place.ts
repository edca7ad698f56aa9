import { createContext, useContext } from 'react';
import { change, find, inside, pointer } from './address';
import type { Command, Json } from './json';

export interface SettingProblem {
  file: string;
  place?: string | null;
  text: string;
  severity: string;
}

/** The file whose settings are entered, and what changes it. */
export interface SettingsFile {
  file: string;
  root: Json | undefined;
  edit: (commands: Command[]) => Promise<unknown>;
  problems: readonly SettingProblem[];
  readOnly: boolean;
  /** What references choose from. */
  choices: (source: string) => { value: string; label: string }[];
}

const SettingsFileContext = createContext<SettingsFile | null>(null);
export const SettingsFileProvider = SettingsFileContext.Provider;

export function useSettingsFile(): SettingsFile {
  const file = useContext(SettingsFileContext);
  if (file === null) {
    throw new Error('A setting stands outside a file.');
  }
  return file;
}

/** One setting: its value, how it is written, and what is wrong with it. */
export function useSetting(at: string, name: string) {
  const { file, root, edit, problems, readOnly } = useSettingsFile();
  const address = inside(at, name);
  const here = pointer(root, address);
  return {
    address,
    readOnly,
    value: find(root, address),
    write: (value: Json | undefined) => {
      const commands = change(file, root, address, value);
      return commands.length === 0 ? undefined : edit(commands);
    },
    errors: problems.filter(
      (problem) => problem.file === file && (problem.place === here || problem.place?.startsWith(`${here}/`) === true),
    ),
  };
}
