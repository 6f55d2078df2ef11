import { findSubject, type Programme } from '#reference/curriculum-2018';
import { yearlyMean } from '#rules/curriculum';
import { type Assignment, loadsOf, type TaughtClass, type Teacher } from '../assignment.ts';
import { cutIntoPieces, type Piece } from './pieces.ts';
import { dealOut } from './search.ts';

/** Who taught what last year, told of this year's class of the same pupils. */
export type LastYearRow = Pick<Assignment, 'classId' | 'subjectCode' | 'strand' | 'staffId'>;

export interface ProposalInput {
  readonly programme: Programme;
  readonly classes: readonly TaughtClass[];
  readonly teachers: readonly Teacher[];
  /** Rows that stay as they are; the proposal fills what is left. */
  readonly kept: readonly Assignment[];
  readonly lastYear: readonly LastYearRow[];
}

export interface ProposedRow extends Assignment {
  /** One Vietnamese sentence. */
  readonly why: string;
}

export interface Shortage {
  readonly subjectCode: string;
  readonly strand: string;
  /** Periods a week nobody can take. */
  readonly periods: number;
  /** Full posts that would cover them. */
  readonly posts: number;
  /** Vietnamese, with what is missing. */
  readonly message: string;
}

export interface Proposal {
  readonly rows: readonly ProposedRow[];
  readonly shortages: readonly Shortage[];
  /** Mean periods a week of each teacher if all is accepted, by staff id. */
  readonly loads: ReadonlyMap<string, number>;
}

const shown = (periods: number) => (Math.round(periods * 10) / 10).toString().replace('.', ',');

/**
 * Proposes who teaches what is not yet assigned, and says why. Qualification and load (norm plus tolerance) are hard; what nobody
 * can take comes back as shortages. Deterministic; under 2 s for a school of 45 classes.
 */
export function proposeAssignment(input: ProposalInput): Proposal {
  const { programme, classes, teachers, kept } = input;
  const keptLoads = loadsOf(programme, kept);
  const startLoads = teachers.map(({ id, elsewhere }) => elsewhere + (keptLoads.get(id) ?? 0));
  const lastYear = new Set(
    input.lastYear.map((row) => `${row.classId} ${row.subjectCode} ${row.strand} ${row.staffId}`),
  );
  function deal(split: ReadonlySet<string>) {
    const pieces = cutIntoPieces(programme, classes, teachers, kept, split);
    return { pieces, ...dealOut({ classes, teachers, pieces, startLoads, lastYear }) };
  }
  let dealt = deal(new Set());
  // What nobody could take whole may still be shared by strand.
  const split = dealt.pieces.flatMap(({ classIndex, subjectCode, strand }, at) =>
    dealt.assigned[at] === -1 &&
    strand === '' &&
    (findSubject(programme, subjectCode)?.strands.length ?? 0) > 0
      ? [`${classes[classIndex]!.id} ${subjectCode}`]
      : [],
  );
  if (split.length > 0) dealt = deal(new Set(split));
  const { pieces, assigned, loads } = dealt;
  const why = explainer(input, pieces, assigned, loads, lastYear);
  return {
    rows: pieces.flatMap((piece, at): ProposedRow[] => {
      const teacher = teachers[assigned[at]!];
      if (!teacher) return [];
      const { subjectCode, strand, periods } = piece;
      const classId = classes[piece.classIndex]!.id;
      return [
        { classId, subjectCode, strand, periods, staffId: teacher.id, exceptionReason: null, why: why(at) },
      ];
    }),
    shortages: shortagesOf(input, pieces, assigned),
    loads: new Map(teachers.map(({ id }, index) => [id, Math.round(loads[index]! * 10) / 10])),
  };
}

function nameOf(programme: Programme, subjectCode: string, strand: string): string {
  const subject = findSubject(programme, subjectCode);
  const part = subject?.strands.find(({ code }) => code === strand);
  return part ? `${subject?.name} (${part.name})` : (subject?.name ?? subjectCode);
}

function explainer(
  { programme, classes, teachers }: ProposalInput,
  pieces: readonly Piece[],
  assigned: readonly number[],
  loads: readonly number[],
  lastYear: ReadonlySet<string>,
): (at: number) => string {
  const sameWork = new Map<string, number>();
  for (const [at, piece] of pieces.entries()) {
    const key = `${assigned[at]} ${piece.preparation}`;
    sameWork.set(key, (sameWork.get(key) ?? 0) + 1);
  }
  return (at) => {
    const piece = pieces[at]!;
    const index = assigned[at]!;
    const teacher = teachers[index]!;
    const schoolClass = classes[piece.classIndex]!;
    const subject = nameOf(programme, piece.subjectCode, piece.strand);
    const load = `tổng ${shown(loads[index]!)}/${shown(teacher.norm)} tiết mỗi tuần`;
    if (lastYear.has(`${schoolClass.id} ${piece.subjectCode} ${piece.strand} ${teacher.id}`)) {
      return `Năm trước đã dạy ${subject} cho học sinh lớp này, ${load}.`;
    }
    if (schoolClass.homeroomStaffId === teacher.id)
      return `Chủ nhiệm ${schoolClass.name} dạy lớp mình, ${load}.`;
    if (piece.candidates.length === 1) return `Người duy nhất của trường dạy được ${subject}, ${load}.`;
    const others = (sameWork.get(`${index} ${piece.preparation}`) ?? 1) - 1;
    if (others > 0) {
      return `Đã dạy ${subject} khối ${schoolClass.grade} ở ${others} lớp khác nên không thêm bài soạn, ${load}.`;
    }
    return `Cân đối số tiết giữa ${piece.candidates.length} người dạy được ${subject}, ${load}.`;
  };
}

function shortagesOf(
  { programme, classes, teachers }: ProposalInput,
  pieces: readonly Piece[],
  assigned: readonly number[],
): Shortage[] {
  const working = teachers.filter(({ norm }) => norm > 0);
  const meanNorm = working.length ? working.reduce((sum, { norm }) => sum + norm, 0) / working.length : 17;
  const left = pieces.filter((_, at) => assigned[at] === -1);
  const groups = Map.groupBy(left, ({ subjectCode, strand }) => `${subjectCode} ${strand}`);
  return [...groups.values()].map((group) => {
    const { subjectCode, strand } = group[0]!;
    const periods = group.reduce((sum, piece) => sum + yearlyMean(programme, piece.periods), 0);
    const name = nameOf(programme, subjectCode, strand);
    const where = group.map((piece) => classes[piece.classIndex]!.name).join(', ');
    const cause = group.every(({ candidates }) => candidates.length === 0)
      ? 'trường chưa có người dạy được'
      : 'người dạy được đã đủ định mức';
    return {
      subjectCode,
      strand,
      periods: Math.round(periods * 10) / 10,
      posts: Math.round((periods / meanNorm) * 10) / 10,
      message: `Thiếu ${shown(periods)} tiết ${name} mỗi tuần (${where}): ${cause}, cần thêm ${shown(periods / meanNorm)} giáo viên hoặc dạy liên trường.`,
    };
  });
}
