import type { Finding, PlanFacts } from '../facts.ts';
import { levelled } from '../frame-texts.ts';
import { gradesOf } from '../periods.ts';

/**
 * Numbers per level (S12; TT 22/2021/TT-BGDĐT, Điều 8 và 9): every grade says how many pupils shall reach each level of learning and of
 * training, and they add up to the pupils of the grade, or to 100 % where the school writes shares.
 */
export function checkTargets(facts: PlanFacts): Finding[] {
  return gradesOf(facts.classes).flatMap((grade) => {
    const pupils = facts.classes
      .filter((one) => one.grade === grade)
      .reduce((sum, one) => sum + one.pupils, 0);
    return levelled.flatMap((result): Finding[] => {
      const rows = facts.targets.filter((row) => row.grade === grade && row.label.startsWith(`${result}:`));
      const sum = rows.reduce((total, { value }) => total + value, 0);
      const whole = rows.some(({ unit }) => unit === '%') ? 100 : pupils;
      if (rows.length > 0 && Math.abs(sum - whole) < 0.05) return [];
      const wanted = whole === pupils ? `${pupils} học sinh` : '100 %';
      return [
        {
          rule: 'targets',
          severity: 'warning',
          place: `Khối ${grade}, ${result.toLowerCase()}`,
          message:
            rows.length === 0
              ? `Chưa có chỉ tiêu theo mức. Thêm các dòng “${result}: Tốt”, Khá, Đạt, Chưa đạt của khối ở mục Chỉ tiêu.`
              : `Các mức cộng lại ${String(Math.round(sum * 10) / 10).replace('.', ',')}, phải là ${wanted}. Sửa các dòng “${result}: …” của khối ở mục Chỉ tiêu.`,
        },
      ];
    });
  });
}
