import { Button, Skeleton } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Notice, Page, ProblemAlert, Section, SideDrawer, toast } from '#platform/ui';
import type { Place } from '../../rules/index.ts';
import { Attachments } from './attachments.tsx';
import { CellHistory } from './cell-history.tsx';
import { ColumnForm } from './column-form.tsx';
import { CommentForm } from './comment-form.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { ExemptionForm } from './exemption-form.tsx';
import { FileIn } from './file-in.tsx';
import { blockOf, Grid, type Spot } from './grid.tsx';
import { type CellPlace, cellKey, cellsOf, isAssessedByOther, mayWrite, shownText } from './grid-model.ts';
import styles from './sheet.module.css';
import { useSheet } from './use-sheet.ts';

type Beside =
  | { readonly kind: 'history' | 'correction' | 'evidence' | 'exemption' }
  | { readonly kind: 'comment'; readonly pupilId: string }
  | { readonly kind: 'column'; readonly place: CellPlace };

const start: Spot = { row: 0, column: 0, fromRow: 0, fromColumn: 0 };

/** The grid of one subject of one class in a semester. */
export default function SheetPage() {
  const { t } = useTranslation('gradebook');
  const params = useParams({ strict: false }) as { classId: string; subjectCode: string; semester: string };
  const { classId, subjectCode } = params;
  const semester = params.semester === '2' ? 2 : 1;
  const path = useMemo(() => ({ classId, subjectCode, semester }) as const, [classId, subjectCode, semester]);
  const work = useSheet(path);
  const [spot, setSpot] = useState<Spot>(start);
  const [beside, setBeside] = useState<Beside>();
  const sheet = work.sheet.data;
  const trail = [{ label: t('sheets.title'), to: '/so-diem' }];

  if (!sheet) {
    return (
      <Page title={t('sheet.page')} trail={trail}>
        {work.sheet.error ? (
          <ProblemAlert error={work.sheet.error} onRetry={() => void work.sheet.refetch()} />
        ) : (
          <Skeleton height={320} />
        )}
      </Page>
    );
  }

  const places: CellPlace[] = [...sheet.columns.map(({ place }) => place), 'comment'];
  const editable = sheet.may.includes('gradebook.saveCells');
  const row = sheet.rows[spot.row];
  const place = places[spot.column] ?? 'comment';
  const columnName = place === 'comment' ? t('sheet.comment') : (sheet.columns[spot.column]?.name ?? '');
  const edit = row ? work.edits.get(cellKey(row.pupilId, place)) : undefined;
  const faults = [...work.edits.values()].filter(
    ({ state }) => state.kind === 'refused' || state.kind === 'conflict',
  );
  const nameOf = (pupilId: string) => sheet.rows.find((one) => one.pupilId === pupilId)?.name ?? '';
  const placeOf = (one: CellPlace) =>
    one === 'comment'
      ? t('sheet.comment')
      : (sheet.columns.find((column) => column.place === one)?.name ?? '');
  const close = () => setBeside(undefined);
  const commented =
    beside?.kind === 'comment' ? sheet.rows.find((one) => one.pupilId === beside.pupilId) : undefined;

  function fillDown() {
    if (!row || place === 'comment') return;
    const block = blockOf(spot);
    const target = block.top === block.bottom ? { ...block, bottom: (sheet?.rows.length ?? 1) - 1 } : block;
    const first = sheet?.rows[target.top];
    if (!sheet || !first) return;
    work.change(
      cellsOf(sheet, places, { ...target, top: target.top + 1 })
        .filter((cell) => cell.place !== 'comment')
        .filter((cell) => mayWrite(sheet.rows.find((one) => one.pupilId === cell.pupilId)))
        .map((cell) => ({ ...cell, text: shownText(first, cell.place, work.edits) })),
    );
  }

  return (
    <Page
      wide
      trail={trail}
      title={t('sheet.title', { subject: sheet.subject.name, class: sheet.class.name })}
      lead={t('sheet.lead', {
        semester: semester === 1 ? 'I' : 'II',
        year: sheet.schoolYear,
        teachers: sheet.teachers.join(', ') || t('sheets.nobody'),
      })}
      tools={
        <>
          {editable ? (
            <>
              <Button variant="default" disabled={!work.undoable} onClick={work.undo}>
                {t('sheet.undo')}
              </Button>
              <Button variant="default" disabled={!row || place === 'comment'} onClick={fillDown}>
                {t('sheet.fillDown')}
              </Button>
            </>
          ) : null}
          {editable ? <FileIn path={path} onDone={() => void work.sheet.refetch()} /> : null}
          <Button
            component="a"
            variant="default"
            download
            href={`/api/gradebook/sheets/${classId}/${subjectCode}/${semester}/workbook`}
          >
            {t('sheet.excel')}
          </Button>
        </>
      }
    >
      <details>
        <summary>{t('sheet.keys')}</summary>
        <p>{t('sheet.keysText')}</p>
      </details>
      {sheet.elsewhere?.length ? (
        <p>
          {t('sheet.elsewhere', {
            names: sheet.elsewhere
              .map((one) => t('sheet.elsewhereOf', { name: one.name, subject: one.subjectName }))
              .join('; '),
          })}
        </p>
      ) : null}
      {sheet.closedBecause ? <Notice tone="due">{sheet.closedBecause}</Notice> : null}
      {work.trouble ? <ProblemAlert error={work.trouble} onRetry={work.retry} /> : null}
      {faults.length > 0 ? (
        <Section title={t('faults.title', { count: faults.length })}>
          <ul className={styles.list}>
            {faults.map((fault) => {
              const where = t('faults.where', {
                name: nameOf(fault.pupilId),
                column: placeOf(fault.place),
                value: fault.value || t('sheet.empty'),
              });
              return (
                <li key={cellKey(fault.pupilId, fault.place)}>
                  <strong>{where}</strong>
                  {fault.state.kind === 'conflict' ? (
                    <>
                      <span>{t('faults.theirs', { value: fault.state.theirs || t('sheet.empty') })}</span>
                      <Button size="compact-sm" onClick={() => work.decide(fault, true)}>
                        {t('faults.keepMine')}
                      </Button>
                      <Button size="compact-sm" variant="default" onClick={() => work.decide(fault, false)}>
                        {t('faults.takeTheirs')}
                      </Button>
                    </>
                  ) : (
                    <>
                      <span>{fault.state.kind === 'refused' ? fault.state.message : ''}</span>
                      <Button size="compact-sm" variant="default" onClick={() => work.drop(fault)}>
                        {t('faults.drop')}
                      </Button>
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      ) : null}
      {sheet.rows.length === 0 ? (
        <EmptyState title={t('sheet.nobody')}>{t('sheet.nobodyDetail')}</EmptyState>
      ) : (
        <>
          <div className={styles.bar}>
            <p className={styles.where}>
              {row ? t('sheet.where', { name: row.name, column: columnName }) : ''}
              {edit?.state.kind === 'refused' ? ` ${edit.state.message}` : ''}
            </p>
            {row ? (
              <Button variant="default" size="compact-md" onClick={() => setBeside({ kind: 'history' })}>
                {t('sheet.history')}
              </Button>
            ) : null}
            {row && place !== 'comment' ? (
              <Button variant="default" size="compact-md" onClick={() => setBeside({ kind: 'evidence' })}>
                {t('attachment.evidence')}
              </Button>
            ) : null}
            {row && sheet.may.includes('gradebook.keepExemption') ? (
              <Button variant="default" size="compact-md" onClick={() => setBeside({ kind: 'exemption' })}>
                {t('exemptionForm.title')}
              </Button>
            ) : null}
            {row &&
            !isAssessedByOther(row) &&
            place !== 'comment' &&
            sheet.may.includes('gradebook.askCorrection') ? (
              <Button size="compact-md" onClick={() => setBeside({ kind: 'correction' })}>
                {t('correction.ask')}
              </Button>
            ) : null}
            <p className={styles.saved} role="status">
              {work.underway || work.waiting > 0
                ? t('sheet.saving', { count: work.edits.size - faults.length })
                : faults.length > 0
                  ? t('sheet.notAllSaved')
                  : work.kept > 0
                    ? t('sheet.keptHere', { count: work.kept })
                    : t('sheet.saved')}
            </p>
          </div>
          <Grid
            sheet={sheet}
            places={places}
            edits={work.edits}
            spot={spot}
            editable={editable}
            onSpot={setSpot}
            onChange={work.change}
            onUndo={work.undo}
            onComment={(pupilId) => setBeside({ kind: 'comment', pupilId })}
            onColumn={(of) => setBeside({ kind: 'column', place: of })}
            onOver={(count) => toast({ tone: 'due', text: t('sheet.over', { count }) })}
          />
        </>
      )}
      <SideDrawer opened={beside !== undefined} title={drawerTitle()} onClose={close}>
        {beside?.kind === 'history' && row ? (
          <CellHistory path={path} pupilId={row.pupilId} place={place} />
        ) : null}
        {beside?.kind === 'evidence' && row && place !== 'comment' ? (
          <Attachments
            key={`${row.pupilId} ${place}`}
            path={path}
            place={place as Place}
            pupilId={row.pupilId}
            editable={editable && !isAssessedByOther(row)}
          />
        ) : null}
        {beside?.kind === 'exemption' && row ? (
          <ExemptionForm key={row.pupilId} sheet={sheet} row={row} onClose={close} />
        ) : null}
        {beside?.kind === 'correction' && row && place !== 'comment' ? (
          <CorrectionForm
            path={path}
            cell={{
              pupilId: row.pupilId,
              place: place as Place,
              was: row.cells[place] ?? '',
              name: t('sheet.where', { name: row.name, column: columnName }),
            }}
            onClose={close}
          />
        ) : null}
        {commented ? (
          <CommentForm
            key={commented.pupilId}
            text={shownText(commented, 'comment', work.edits)}
            subjectCode={sheet.subject.code}
            mayAdd={sheet.may.includes('gradebook.addPhrase')}
            editable={editable && !isAssessedByOther(commented)}
            onSave={(text) => {
              work.change([{ pupilId: commented.pupilId, place: 'comment', text }]);
              close();
            }}
          />
        ) : null}
        {beside?.kind === 'column' ? columnDrawer(beside.place) : null}
      </SideDrawer>
    </Page>
  );

  function drawerTitle(): string {
    if (beside?.kind === 'comment') return t('comment.title', { name: nameOf(beside.pupilId) });
    if (beside?.kind === 'column') return placeOf(beside.place);
    if (beside?.kind === 'exemption' && row) return t('exemptionForm.titleOf', { name: row.name });
    const where = row ? t('sheet.where', { name: row.name, column: columnName }) : '';
    return beside?.kind === 'history' ? t('history.title', { where }) : where;
  }

  function columnDrawer(of: CellPlace) {
    const column = sheet?.columns.find((one) => one.place === of);
    if (!sheet || !column) return null;
    const mayKeep = sheet.may.includes('gradebook.keepAssessment');
    const periodic = column.place === 'midterm' || column.place === 'final';
    return (
      <>
        {mayKeep ? (
          <ColumnForm path={path} sheet={sheet} column={column} onClose={close} />
        ) : (
          <p>
            {[column.form ? t(`form.${column.form}`) : t('column.unknown'), column.title]
              .filter(Boolean)
              .join('. ')}
          </p>
        )}
        {periodic ? <Attachments path={path} place={column.place} editable={mayKeep} /> : null}
      </>
    );
  }
}
