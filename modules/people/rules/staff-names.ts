import { newestSubject } from './staff.ts';

/** One of several people of a school who bear the same name. */
export interface Namesake {
  readonly id: string;
  readonly name: string;
  readonly subjects: readonly { readonly subjectCode: string; readonly strand: string }[];
  /** Staff code of the sector; null: not recorded. */
  readonly code: string | null;
  /** 1 = the first of them who came to the school. */
  readonly place: number;
}

/**
 * Names of people who bear the same one, each with a mark that people of the school understand: "Cứ Thị Mị (Toán)", "Cứ Thị Mị (Văn, Sử)".
 * Who teaches the same gets the staff code besides, and without one the place in the order of coming. Never a day of birth: the names hang
 * on the wall and pupils read them.
 */
export function tellApart(people: readonly Namesake[]): { readonly id: string; readonly name: string }[] {
  const taught = people.map(({ subjects }) => [...new Set(subjects.map(shortSubject))].join(', '));
  return people.map(({ id, name, code, place }, index) => {
    const own = taught[index]!;
    const alone = taught.filter((one) => one === own).length === 1;
    const mark = [own, alone ? '' : code ? `mã ${code}` : `người thứ ${place}`].filter(Boolean).join(', ');
    return { id, name: mark ? `${name} (${mark})` : name };
  });
}

/** The name without the mark that `tellApart` put behind it. */
export function withoutMark(name: string): string {
  return name.replace(/ \([^()]*\)$/, '');
}

/**
 * Short names of teachers: the given name, with as many words before it as tell them apart; those whose whole name is the same keep
 * their mark, "Mị (Toán)".
 */
export function shortNames(
  teachers: readonly { readonly id: string; readonly name: string }[],
): Map<string, string> {
  const words = teachers.map(({ id, name }) => {
    const full = withoutMark(name);
    return { id, full, mark: name.slice(full.length), parts: full.split(' ') };
  });
  const tail = (parts: readonly string[], count: number) => parts.slice(-count).join(' ');
  return new Map(
    words.map(({ id, full, mark, parts }) => {
      let count = 1;
      const alike = (length: number) =>
        words.some(
          (other) =>
            other.id !== id &&
            (other.full !== full || other.mark === mark) &&
            tail(other.parts, length) === tail(parts, length),
        );
      while (count < parts.length && alike(count)) count += 1;
      return [id, tail(parts, count) + mark];
    }),
  );
}

/** As headings have it: "Toán", "KHTN"; a strand by its own name where all of the subject have short ones: "Lịch sử", "Địa lí". */
function shortSubject({ subjectCode, strand }: Namesake['subjects'][number]): string {
  const subject = newestSubject(subjectCode);
  const strands = subject?.strands.every(({ name }) => name.split(' ').length <= 2) ? subject.strands : [];
  return strands.find(({ code }) => code === strand)?.name ?? subject?.shortName ?? subjectCode;
}
