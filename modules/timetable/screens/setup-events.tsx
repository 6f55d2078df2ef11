import { Button, Card, Group, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { slotKey, slotName, slotOfKey } from '#rules/timetable';
import type { PartProps, Setup } from './setup-page.tsx';

type WeekEvent = Setup['ground']['events'][number];
const kinds = ['flag', 'class', 'activity', 'meeting'] as const;

/** Fixed events of the week: flag salute, class meeting, activities of grades, meetings of teams. */
export function EventsPart({ setup, change }: PartProps) {
  const { t } = useTranslation('timetable');
  const { ground } = setup;
  const events = ground.events;
  const slots = [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
    ground.frame.bells.map(({ half, period }) => ({ weekday, half, period })),
  );
  const grades = [...new Set(ground.classes.map(({ grade }) => grade))].sort((a, b) => a - b);
  const put = (index: number, event: Partial<WeekEvent>) =>
    change({ events: events.map((one, at) => (at === index ? { ...one, ...event } : one)) });
  return (
    <>
      <p style={{ marginTop: 0 }}>{t('events.lead')}</p>
      {events.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events have no id of their own until they are saved.
        <Card key={index} withBorder mb="sm" padding="sm">
          <Group align="end" gap="sm">
            <Select
              label={t('events.kind')}
              w={170}
              allowDeselect={false}
              data={kinds.map((kind) => ({ value: kind, label: t(`event.${kind}`) }))}
              value={event.kind}
              onChange={(kind) => kind && put(index, { kind: kind as WeekEvent['kind'], teamId: null })}
            />
            <TextInput
              label={t('events.name')}
              w={200}
              maxLength={100}
              value={event.name}
              onChange={(change) => put(index, { name: change.currentTarget.value })}
            />
            <Select
              label={t('events.at')}
              w={220}
              searchable
              allowDeselect={false}
              data={slots.map((slot) => ({ value: String(slotKey(slot)), label: slotName(slot) }))}
              value={String(slotKey(event.at))}
              onChange={(value) => value && put(index, { at: slotOfKey(Number(value)) })}
            />
            <NumberInput
              label={t('events.duration')}
              w={90}
              min={1}
              max={5}
              value={event.duration}
              onChange={(value) => put(index, { duration: Number(value) || 1 })}
            />
            {event.kind === 'meeting' ? (
              <Select
                label={t('events.team')}
                w={200}
                clearable
                clearButtonProps={{ 'aria-label': t('events.everybody') }}
                placeholder={t('events.everybody')}
                data={setup.teams.map(({ id, name }) => ({ value: id, label: name }))}
                value={event.teamId}
                onChange={(teamId) => put(index, { teamId })}
              />
            ) : (
              <MultiSelect
                label={t('events.grades')}
                w={220}
                placeholder={event.grades ? '' : t('events.allGrades')}
                data={grades.map((grade) => ({ value: String(grade), label: t('frame.grade', { grade }) }))}
                value={(event.grades ?? []).map(String)}
                onChange={(chosen) => put(index, { grades: chosen.length > 0 ? chosen.map(Number) : null })}
              />
            )}
            <Button
              variant="default"
              aria-label={t('events.removeOne', { name: event.name })}
              onClick={() => change({ events: events.filter((_, at) => at !== index) })}
            >
              {t('events.remove')}
            </Button>
          </Group>
        </Card>
      ))}
      <Button
        variant="default"
        onClick={() =>
          change({
            events: [
              ...events,
              {
                kind: 'meeting',
                name: t('events.newName'),
                at: { weekday: 4, half: 'afternoon', period: 3 },
                duration: 2,
                grades: null,
                teamId: null,
              },
            ],
          })
        }
      >
        {t('events.add')}
      </Button>
    </>
  );
}
