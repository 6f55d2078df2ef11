import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, type ReadDay, readDay } from '#platform/i18n';
import { Calendar } from './calendar.tsx';
import { useDaysAround } from './days-around.tsx';

const written = (day: string | null) => (day ? formatDate(day) : '');

/**
 * A day, typed or picked, always seen as dd/mm/yyyy whatever the language of the browser.
 * `value`, `min` and `max` are 'YYYY-MM-DD'; `onChange` gives each readable day, and null when the field
 * is left without one. What is typed wrongly is said below the field, and the form around is not sent.
 */
export function DateField({
  label,
  value,
  onChange,
  min,
  max,
  error,
  id,
  ...input
}: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  min?: string | undefined;
  max?: string | undefined;
  error?: string | undefined;
  'data-autofocus'?: boolean;
} & Pick<TextInputProps, 'id' | 'name' | 'description' | 'w' | 'style'>) {
  const { t } = useTranslation('ui');
  const days = useDaysAround();
  const ownId = useId();
  const fieldId = id ?? ownId;
  const [typed, setTyped] = useState(written(value));
  const [known, setKnown] = useState(value);
  const [settled, setSettled] = useState(true);
  const [opened, setOpened] = useState(false);

  const read: Partial<ReadDay> = typed.trim() ? readDay(typed, days) : {};
  // A day that comes from outside (a draft, somebody else's version) takes the place of what was typed, but not
  // while somebody types: what comes then is an echo.
  if (value !== known) {
    setKnown(value);
    if (settled && value !== (read.day ?? null)) setTyped(written(value));
  }

  function faultOf(): string | undefined {
    if (read.fault) return t(`date.${read.fault}`, { typed: typed.trim() });
    if (min && read.day && read.day < min) return t('date.tooEarly', { day: formatDate(min) });
    if (max && read.day && read.day > max) return t('date.tooLate', { day: formatDate(max) });
    return undefined;
  }
  const fault = faultOf();

  // A readable day is told at once: were it told on leaving the field, a vanishing error would move the button
  // that is being pressed.
  function type(text: string) {
    setTyped(text);
    setSettled(false);
    const day = text.trim() ? readDay(text, days).day : null;
    if (day !== undefined && day !== value) onChange(day);
  }
  function take(day: string | null) {
    setSettled(true);
    if (day) setTyped(formatDate(day));
    if (day !== value) onChange(day);
  }
  /** The person has finished typing: the day is written out in full, or what is wrong is said. */
  const settle = () => take(read.day ?? null);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') settle();
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      settle();
      setOpened(true);
    }
  }

  return (
    <TextInput
      {...input}
      id={fieldId}
      label={label}
      value={typed}
      placeholder={t('date.example')}
      autoComplete="off"
      error={(settled ? fault : undefined) ?? error}
      data-fault={fault ? true : undefined}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={onKeyDown}
      rightSectionPointerEvents="all"
      rightSection={
        <Popover
          opened={opened}
          onChange={setOpened}
          position="bottom-end"
          trapFocus
          returnFocus
          shadow="md"
          hideDetached={false}
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('date.open')}
              aria-describedby={`${fieldId}-label`}
              onClick={() => setOpened(!opened)}
            >
              <IconCalendar size={18} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown p={8} aria-label={t('date.calendar')}>
            <Calendar
              day={read.day ?? null}
              today={days.today}
              min={min}
              max={max}
              onPick={(day) => {
                take(day);
                setOpened(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
