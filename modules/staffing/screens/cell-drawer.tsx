import { Button, Group, MultiSelect, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '#platform/ui';
import { findSubject, programmeOfYear } from '#reference/curriculum-2018';
import { isQualified, shareOverStrands } from '../rules/index.ts';
import styles from './assignments.module.css';
import {
  type Cell,
  type CellChange,
  type CellRow,
  candidates,
  cellKey,
  type Grid,
  type GridClass,
  type GridSubject,
  type LoadLine,
  sameTeacher,
  shownPeriods,
} from './grid-model.ts';

interface Line {
  readonly key: number;
  readonly strand: string;
  readonly staffId: string | null;
  readonly first: number | string;
  readonly second: number | string;
  readonly reason: string;
}

const figure = (value: number | string) =>
  typeof value === 'number' ? value : Number(value.replace(',', '.')) || 0;

/** One cell: who teaches the class this subject, how much, and in which other classes too. */
export function CellDrawer({
  grid,
  schoolClass,
  subject,
  cells,
  lines: loads,
  busy,
  error,
  onSave,
}: {
  grid: Grid;
  schoolClass: GridClass;
  subject: GridSubject;
  cells: ReadonlyMap<string, Cell>;
  lines: readonly LoadLine[];
  busy: boolean;
  error: unknown;
  onSave: (changes: CellChange[]) => void;
}) {
  const { t } = useTranslation('staffing');
  const cell = cells.get(cellKey(schoolClass.id, subject.code))!;
  const [next, setNext] = useState(cell.rows.length + 1);
  const [rows, setRows] = useState<readonly Line[]>(() =>
    cell.rows.length > 0
      ? cell.rows.map((row, key) => ({
          key,
          strand: row.strand,
          staffId: row.staffId,
          first: row.periods[1],
          second: row.periods[2],
          reason: row.exceptionReason ?? '',
        }))
      : [{ key: 0, strand: '', staffId: null, first: cell.need[1], second: cell.need[2], reason: '' }],
  );
  const [also, setAlso] = useState<string[]>([]);
  const change = (key: number, part: Partial<Line>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const qualified = ({ staffId, strand }: Line) => {
    const teacher = grid.teachers.find(({ id }) => id === staffId);
    return !teacher || isQualified(teacher, schoolClass.grade, subject.code, strand);
  };
  const others = grid.classes.filter(
    ({ id, needs }) => id !== schoolClass.id && needs.some(({ subjectCode }) => subjectCode === subject.code),
  );
  const sum = (key: 'first' | 'second') =>
    rows.reduce((all, row) => all + (row.staffId ? figure(row[key]) : 0), 0);

  function split() {
    const whole = findSubject(programmeOfYear(grid.schoolYear), subject.code);
    if (!whole) return;
    const parts = shareOverStrands(whole, cell.need);
    setRows(
      parts.map(({ strand, periods }, index) => ({
        key: next + index,
        strand,
        staffId: null,
        first: periods[1],
        second: periods[2],
        reason: '',
      })),
    );
    setNext(next + parts.length);
  }

  function send() {
    const wanted = rows.flatMap((row): CellRow[] =>
      row.staffId
        ? [
            {
              strand: row.strand,
              staffId: row.staffId,
              periods: { 1: figure(row.first), 2: figure(row.second) },
              exceptionReason: qualified(row) ? null : row.reason.trim() || null,
            },
          ]
        : [],
    );
    const own = { classId: schoolClass.id, subjectCode: subject.code, seen: cell.rows, rows: wanted };
    const [only] = wanted;
    onSave([
      own,
      ...(also.length > 0 && only
        ? sameTeacher(cells, also, subject.code, {
            staffId: only.staffId,
            exceptionReason: only.exceptionReason,
          })
        : []),
    ]);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>
          {t('cell.need', { first: shownPeriods(cell.need[1]), second: shownPeriods(cell.need[2]) })}{' '}
          <strong>
            {t('cell.given', { first: shownPeriods(sum('first')), second: shownPeriods(sum('second')) })}
          </strong>
        </p>
        {error ? <ProblemAlert error={error} /> : null}
        {rows.map((row, index) => (
          <fieldset key={row.key} className={styles.rowBox}>
            {subject.strands.length > 0 ? (
              <Select
                label={t('cell.strand')}
                data={[
                  { value: '', label: t('cell.whole') },
                  ...subject.strands.map(({ code, name }) => ({ value: code, label: name })),
                ]}
                value={row.strand}
                allowDeselect={false}
                onChange={(strand) => change(row.key, { strand: strand ?? '' })}
              />
            ) : null}
            <Select
              label={t('cell.teacher')}
              placeholder={t('cell.choose')}
              data-autofocus={index === 0 ? true : undefined}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('cell.nobody') }}
              nothingFoundMessage={t('cell.noTeacher')}
              value={row.staffId}
              data={options(row)}
              onChange={(staffId) => change(row.key, { staffId })}
            />
            <div className={styles.two}>
              <NumberInput
                label={t('cell.first')}
                value={row.first}
                min={0}
                max={20}
                step={0.5}
                decimalSeparator=","
                onChange={(first) => change(row.key, { first })}
              />
              <NumberInput
                label={t('cell.second')}
                value={row.second}
                min={0}
                max={20}
                step={0.5}
                decimalSeparator=","
                onChange={(second) => change(row.key, { second })}
              />
            </div>
            {qualified(row) ? null : (
              <TextInput
                label={t('cell.reason')}
                description={t('cell.reasonWhy')}
                value={row.reason}
                maxLength={300}
                onChange={(event) => change(row.key, { reason: event.currentTarget.value })}
              />
            )}
            {rows.length > 1 ? (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
              >
                {t('cell.remove')}
              </Button>
            ) : null}
          </fieldset>
        ))}
        <Group gap="sm">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              setRows([...rows, { key: next, strand: '', staffId: null, first: 0, second: 0, reason: '' }]);
              setNext(next + 1);
            }}
          >
            {t('cell.add')}
          </Button>
          {subject.strands.length > 0 ? (
            <Button variant="default" size="compact-sm" onClick={split}>
              {t('cell.split')}
            </Button>
          ) : null}
        </Group>
        {rows.length === 1 && rows[0]?.staffId && rows[0].strand === '' ? (
          <MultiSelect
            label={t('cell.also')}
            description={t('cell.alsoWhy')}
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={also}
            onChange={setAlso}
            searchable
          />
        ) : null}
        <Button type="submit" loading={busy}>
          {t('cell.save')}
        </Button>
      </Stack>
    </form>
  );

  function options(row: Line) {
    const list = candidates(loads, schoolClass.grade, subject.code, row.strand);
    const item = ({ teacher, load }: LoadLine) => ({
      value: teacher.id,
      label: t('cell.option', {
        name: teacher.name,
        load: shownPeriods(load),
        norm: shownPeriods(teacher.norm),
      }),
    });
    return [
      { group: t('cell.qualified'), items: list.filter((one) => one.qualified).map(item) },
      { group: t('cell.unqualified'), items: list.filter((one) => !one.qualified).map(item) },
    ];
  }
}
