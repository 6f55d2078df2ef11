import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { programmeOn } from '#reference/curriculum-2018';
import {
  blockKindOf,
  type Meaning,
  meanings,
  noneValue,
  type Question,
  type QuestionType,
  questionTypes,
  subjectMeanings,
} from '../../rules/question.ts';
import { lowerSubjects, offeredSubjects, upperSubjects, wishQuestion } from '../../rules/template.ts';
import { dayOf } from '../surveys/survey-words.ts';

const subjects = [
  ...lowerSubjects,
  ...upperSubjects.filter((one) => !lowerSubjects.some(({ value }) => value === one.value)),
];
/** Electives and topic clusters are of upper secondary. */
export const isUpper = (grade: number) => grade >= 10;
/** The programme of which electives and topic clusters are asked. */
export const programmeNow = () => programmeOn(dayOf(new Date().toISOString()));

/** One question of a form: words, kind, choices, for whom, what it is about; moved by buttons. */
export function QuestionEditor({
  question,
  place,
  isFirst,
  isLast,
  grades,
  onChange,
  onMove,
  onRemove,
}: {
  question: Question;
  place: number;
  isFirst: boolean;
  isLast: boolean;
  /** Of whom it can be asked. */
  grades: readonly number[];
  onChange: (question: Question) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('needs-survey');
  const isChoice = ['single', 'multi', 'ranked'].includes(question.type);
  const isNumber = question.type === 'number' || question.type === 'scale';

  function changeType(type: QuestionType) {
    const { options: _, min: __, max: ___, ...rest } = question;
    if (type === 'single' || type === 'multi') {
      const options = question.options ?? [
        { value: 'a', label: '' },
        { value: 'b', label: '' },
      ];
      onChange({ ...rest, type, options });
    } else if (type === 'text') onChange({ ...rest, type });
    else onChange({ ...rest, type, min: type === 'scale' ? 1 : 0, max: type === 'scale' ? 5 : 100 });
  }
  function changeMeaning(meaning: Meaning | undefined) {
    const { meaning: _, ...rest } = question;
    const kind = blockKindOf({ meaning });
    if (kind) {
      const { type, grades, options } = wishQuestion(kind, programmeNow());
      onChange({ ...rest, type, meaning, grades, options });
    } else if (meaning && subjectMeanings.includes(meaning)) {
      const none = { value: noneValue, label: t('question.noNeed') };
      onChange({ ...rest, type: 'multi', meaning, options: [...lowerSubjects, none] });
    } else {
      const type = rest.type === 'ranked' ? 'multi' : rest.type;
      onChange(meaning ? { ...rest, type, meaning } : { ...rest, type });
    }
  }

  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <strong>{t('question.place', { place })}</strong>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            size={40}
            aria-label={t('question.up', { place })}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size={40}
            aria-label={t('question.down', { place })}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="brick"
            size={40}
            aria-label={t('question.remove', { place })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <TextInput
        label={t('question.title')}
        value={question.title}
        maxLength={200}
        onChange={(event) => onChange({ ...question, title: event.currentTarget.value })}
      />
      <TextInput
        label={t('question.help')}
        value={question.help ?? ''}
        maxLength={300}
        onChange={(event) => {
          const { help: _, ...rest } = question;
          const help = event.currentTarget.value;
          onChange(help ? { ...rest, help } : rest);
        }}
      />
      <Group grow preventGrowOverflow={false} align="flex-end">
        <Select
          label={t('question.type')}
          data={questionTypes
            .filter((type) => (type === 'ranked') === (blockKindOf(question) !== undefined))
            .map((type) => ({ value: type, label: t(`questionType.${type}`) }))}
          value={question.type}
          allowDeselect={false}
          onChange={(value) => changeType(value as QuestionType)}
        />
        <Select
          label={t('question.meaning')}
          data={meanings
            .filter(
              (meaning) => grades.some(isUpper) || !blockKindOf({ meaning }) || meaning === question.meaning,
            )
            .map((meaning) => ({ value: meaning, label: t(`meaning.${meaning}`) }))}
          value={question.meaning ?? null}
          placeholder={t('question.noMeaning')}
          clearable
          onChange={(value) => changeMeaning((value as Meaning | null) ?? undefined)}
        />
      </Group>
      <MultiSelect
        label={t('question.grades')}
        data={[...new Set([...grades, ...(question.grades ?? [])])].map((grade) => ({
          value: String(grade),
          label: t('grade', { grade }),
        }))}
        value={(question.grades ?? []).map(String)}
        placeholder={question.grades ? '' : t('question.allGrades')}
        clearable
        onChange={(values) => {
          const { grades: _, ...rest } = question;
          onChange(values.length > 0 ? { ...rest, grades: values.map(Number).sort((a, b) => a - b) } : rest);
        }}
      />
      {isChoice ? <Options question={question} onChange={onChange} /> : null}
      {isNumber ? (
        <Group grow>
          <NumberInput
            label={t('question.min')}
            value={question.min ?? 0}
            min={0}
            max={100_000}
            onChange={(value) => onChange({ ...question, min: Number(value) || 0 })}
          />
          <NumberInput
            label={t('question.max')}
            value={question.max ?? 0}
            min={0}
            max={100_000}
            onChange={(value) => onChange({ ...question, max: Number(value) || 0 })}
          />
        </Group>
      ) : null}
      <Checkbox
        label={t('question.required')}
        checked={question.required}
        onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
      />
    </Stack>
  );
}

function Options({ question, onChange }: { question: Question; onChange: (question: Question) => void }) {
  const { t } = useTranslation('needs-survey');
  const options = question.options ?? [];
  const change = (next: typeof options) => onChange({ ...question, options: next });
  const kind = blockKindOf(question);
  if (kind) {
    const offered = offeredSubjects(kind, programmeNow());
    return (
      <MultiSelect
        label={t('question.subjects')}
        data={offered}
        value={options.map(({ value }) => value)}
        searchable
        onChange={(values) => change(offered.filter(({ value }) => values.includes(value)))}
      />
    );
  }
  if (question.meaning && subjectMeanings.includes(question.meaning)) {
    return (
      <MultiSelect
        label={t('question.subjects')}
        data={subjects}
        value={options.map(({ value }) => value).filter((value) => value !== noneValue)}
        searchable
        onChange={(values) =>
          change([
            ...subjects.filter(({ value }) => values.includes(value)),
            { value: noneValue, label: t('question.noNeed') },
          ])
        }
      />
    );
  }
  function freshValue(): string {
    const taken = new Set(options.map(({ value }) => value));
    let at = options.length + 1;
    while (taken.has(`o${at}`)) at += 1;
    return `o${at}`;
  }
  return (
    <Stack gap={6}>
      {options.map((option, at) => (
        <Group key={option.value} gap={6} wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            aria-label={t('question.option', { place: at + 1 })}
            placeholder={t('question.option', { place: at + 1 })}
            value={option.label}
            maxLength={100}
            onChange={(event) => {
              const label = event.currentTarget.value;
              change(options.map((one, place) => (place === at ? { ...one, label } : one)));
            }}
          />
          <ActionIcon
            variant="subtle"
            size={40}
            aria-label={t('question.removeOption', { place: at + 1 })}
            onClick={() => change(options.filter((_, place) => place !== at))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="sm"
        style={{ alignSelf: 'flex-start' }}
        disabled={options.length >= 30}
        onClick={() => change([...options, { value: freshValue(), label: '' }])}
      >
        {t('question.addOption')}
      </Button>
    </Stack>
  );
}
