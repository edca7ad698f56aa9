import { importPlaces, type PlaceKind } from '../api/places';
import { useTexts } from '../i18n/useTexts';
import { SheetDialog } from '../Sheets/SheetDialog';

/** Takes regions or organisations from a file. */
export function ImportPlaces({ kind, close }: { kind: PlaceKind; close: () => void }) {
  const { t } = useTexts('places');
  return (
    <SheetDialog
      title={t(`import.${kind}`)}
      columns={t(`import.${kind}Columns`)}
      queryKey={['admin', kind]}
      take={(file, dryRun) => importPlaces(kind, file, dryRun)}
      close={close}
    />
  );
}
