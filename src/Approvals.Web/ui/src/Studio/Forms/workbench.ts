import { createContext, useContext } from 'react';
import type { FormCatalogueDto } from '../../api/designers';
import type { Command } from '../Settings/json';
import type { Part } from './tree';

/** What palette, canvas and properties of one form share. */
export interface Bench {
  file: string;
  parts: Part[];
  selected: string | undefined;
  select: (address: string | undefined) => void;
  /** Makes changes; then selects what they are about. */
  run: (commands: Command[], then?: string) => void;
  add: (kind: string, list: string, index: number) => void;
  dragging: boolean;
  setDragging: (dragging: boolean) => void;
  readOnly: boolean;
  catalogue: FormCatalogueDto;
}

const BenchContext = createContext<Bench | null>(null);
export const Workbench = BenchContext.Provider;

export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (bench === null) {
    throw new Error('A part stands outside a workbench.');
  }
  return bench;
}

export const kindType = 'application/x-form-kind';
export const partType = 'application/x-form-part';
