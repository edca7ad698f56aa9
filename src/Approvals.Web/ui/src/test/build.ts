import type { ComponentDto, DueDto, FormDto, FormStateDto, SectionDto } from '../api/contract';

export const component = (key: string, change: Partial<ComponentDto> = {}): ComponentDto => ({
  key,
  type: 'textfield',
  label: key.toUpperCase(),
  help: null,
  purpose: null,
  sensitive: false,
  personal: false,
  required: false,
  readOnly: false,
  unit: null,
  min: null,
  max: null,
  maxLength: null,
  placeholder: null,
  options: null,
  list: null,
  components: null,
  minItems: null,
  maxItems: null,
  document: null,
  width: 'half',
  text: null,
  suggest: null,
  ...change,
});

export const section = (key: string, components: ComponentDto[]): SectionDto => ({
  key,
  label: key.toUpperCase(),
  help: null,
  components,
});

export const form = (...sections: SectionDto[]): FormDto => ({ id: 'form', title: 'Form', sections });

export const state = (change: Partial<FormStateDto> = {}): FormStateDto => ({
  values: {},
  hidden: [],
  errors: [],
  computed: {},
  options: {},
  sections: [],
  ...change,
});

export const due = (change: Partial<DueDto> = {}): DueDto => ({
  state: 'green',
  dueOn: '2026-11-25',
  workingDaysLeft: 3,
  hoursLeft: null,
  provisional: false,
  ...change,
});
