import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Duty } from './document-words.ts';
import styles from './documents.module.css';
import { freeKey } from './field-key.ts';

type Field = NonNullable<Duty['evidenceSpec']['fields']>[number];
const types = ['integer', 'decimal', 'text', 'date', 'boolean'] as const;
const aggregates = ['sum', 'average', 'none'] as const;

/** The fields of a form that units fill in: what is asked, in what, and how it adds up over units. */
export function FormFieldsEditor({
  fields,
  onChange,
}: {
  fields: readonly Field[];
  onChange: (fields: Field[]) => void;
}) {
  const { t } = useTranslation('plan-document');
  const change = (index: number, part: Partial<Field>) =>
    onChange(fields.map((field, at) => (at === index ? { ...field, ...part } : field)));
  return (
    <div>
      <ol className={styles.formFields}>
        {fields.map((field, index) => (
          <li key={field.key}>
            <TextInput
              label={t('field.label', { number: index + 1 })}
              maxLength={200}
              value={field.label}
              onChange={(event) => change(index, { label: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('field.type')}
              value={field.type}
              onChange={(event) => {
                const type = event.currentTarget.value as Field['type'];
                const counts = type === 'integer' || type === 'decimal';
                change(index, { type, aggregate: counts ? field.aggregate : 'none' });
              }}
              data={types.map((type) => ({ value: type, label: t(`fieldType.${type}`) }))}
            />
            <TextInput
              label={t('field.unit')}
              maxLength={40}
              value={field.unit ?? ''}
              onChange={(event) => change(index, { unit: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('field.aggregate')}
              value={field.aggregate}
              disabled={field.type !== 'integer' && field.type !== 'decimal'}
              onChange={(event) =>
                change(index, { aggregate: event.currentTarget.value as Field['aggregate'] })
              }
              data={aggregates.map((one) => ({ value: one, label: t(`fieldAggregate.${one}`) }))}
            />
            <Checkbox
              label={t('field.required')}
              checked={field.required}
              onChange={(event) => change(index, { required: event.currentTarget.checked })}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('field.remove', { label: field.label || index + 1 })}
              onClick={() => onChange(fields.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        size="xs"
        disabled={fields.length >= 40}
        onClick={() =>
          onChange([
            ...fields,
            {
              key: freeKey(fields.map((field) => field.key)),
              label: '',
              type: 'integer',
              required: true,
              aggregate: 'sum',
            },
          ])
        }
      >
        {t('field.add')}
      </Button>
    </div>
  );
}
