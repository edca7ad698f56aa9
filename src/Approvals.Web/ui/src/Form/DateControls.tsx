import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTexts } from '../i18n/useTexts';
import { FieldFrame, useControl } from './FieldFrame';
import { type FieldProps, textOf } from './fields';
import { useFormAccess } from './FormAccess';
import { fieldId, getPath } from './paths';

const format = 'YYYY-MM-DD';

function dayOf(value: unknown): Dayjs | null {
  const text = textOf(value);
  const day = text === '' ? null : dayjs(text, format);
  return day?.isValid() ? day : null;
}

export function DateControl({ component, path }: FieldProps) {
  const { values, change, touch } = useFormAccess();
  const control = useControl(component, path);
  return (
    <FieldFrame component={component} path={path}>
      <DatePicker
        {...control}
        style={{ width: '100%' }}
        format={format}
        placeholder={component.placeholder ?? format}
        value={dayOf(getPath(values, path))}
        onChange={(day: Dayjs | null) => {
          change(path, day?.format(format) ?? null);
          touch(path);
        }}
        onBlur={() => touch(path)}
      />
    </FieldFrame>
  );
}

/** Two days; each has its own label, since “to” alone says nothing to a screen reader. */
export function DateRangeControl({ component, path }: FieldProps) {
  const { t } = useTexts('common');
  const { values, change, touch } = useFormAccess();
  const { status, disabled } = useControl(component, path);
  const end = (side: 'from' | 'to') => {
    const place = `${path}.${side}`;
    return (
      <DatePicker
        id={fieldId(place)}
        style={{ flex: 1 }}
        status={status}
        disabled={disabled}
        format={format}
        placeholder={format}
        aria-label={`${component.label} ${t(side)}`}
        value={dayOf(getPath(values, place))}
        onChange={(day: Dayjs | null) => {
          change(place, day?.format(format) ?? null);
          touch(path);
        }}
      />
    );
  };
  return (
    <FieldFrame component={component} path={path} group>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        {end('from')}
        <span aria-hidden="true">{t('to')}</span>
        {end('to')}
      </div>
    </FieldFrame>
  );
}
