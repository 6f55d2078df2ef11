import type { Calendar, YearFrame } from './facts.ts';
import type { ActivityRow, SectionRow, TargetRow } from './rows.ts';

/** The texts of a first plan, in the order of CV 5512/BGDĐT-GDTrH Annex; the figures stand beside them, drawn from the rows. */
export function frameSections(): SectionRow[] {
  return [
    {
      title: 'Căn cứ xây dựng kế hoạch',
      body: 'Chương trình giáo dục phổ thông 2018 (Thông tư 32/2018/TT-BGDĐT và các thông tư sửa đổi); Công văn 5512/BGDĐT-GDTrH ngày 18/12/2020; Công văn 4567/BGDĐT-GDPT ngày 05/8/2025 về dạy học 2 buổi/ngày; khung kế hoạch thời gian năm học của tỉnh; hướng dẫn nhiệm vụ năm học của Sở Giáo dục và Đào tạo; điều kiện thực tế của nhà trường.',
    },
    {
      title: 'Thuận lợi, khó khăn của nhà trường và địa phương',
      body: 'Thuận lợi:\n- \n\nKhó khăn:\n- ',
    },
    {
      title: 'Mục tiêu chung',
      body: 'Thực hiện đủ chương trình các môn học, hoạt động giáo dục; phát triển phẩm chất, năng lực học sinh; giữ vững sĩ số; bảo đảm an toàn trường học.',
    },
    {
      title: 'Định hướng tổ chức dạy học buổi 2',
      body: 'Tổ chức theo nhu cầu của học sinh sau khi khảo sát; không thu tiền; không xếp chung buổi với giờ chính khoá; ưu tiên phụ đạo học sinh chưa đạt, bồi dưỡng học sinh giỏi, ôn tập cho học sinh cuối cấp, câu lạc bộ thể thao, nghệ thuật, STEM, ngoại ngữ.',
    },
    {
      title: 'Kiểm tra, đánh giá',
      body: 'Thực hiện Thông tư 22/2021/TT-BGDĐT: mỗi môn, mỗi học kì có một bài giữa kì và một bài cuối kì; đề kiểm tra có ma trận, bản đặc tả; không kiểm tra vượt yêu cầu cần đạt.',
    },
    {
      title: 'Tổ chức thực hiện',
      body: 'Hiệu trưởng chỉ đạo chung và chịu trách nhiệm về kế hoạch. Phó hiệu trưởng theo dõi chuyên môn, buổi 2. Tổ chuyên môn lập và thực hiện Phụ lục 1, Phụ lục 2. Giáo viên lập Phụ lục 3 và kế hoạch bài dạy. Văn thư công khai kế hoạch trên trang của trường và bảng tin.',
    },
  ];
}

/** TT 22/2021/TT-BGDĐT, Điều 8 và 9: the four levels of learning and of training. */
export const levels = ['Tốt', 'Khá', 'Đạt', 'Chưa đạt'] as const;
/** What pupils are placed in levels for; a target of a level is called 'Kết quả học tập: Tốt'. */
export const levelled = ['Kết quả học tập', 'Kết quả rèn luyện'] as const;

/**
 * Targets every school sets (S12): keeping the pupils, and for each grade the pupils of each level. The numbers of the levels are the
 * school's to give and begin at zero; the check names every grade whose levels do not add up to its pupils.
 */
export function frameTargets(grades: readonly number[]): TargetRow[] {
  return [
    { grade: null, label: 'Tỉ lệ duy trì sĩ số', value: 100, unit: '%' },
    { grade: null, label: 'Học sinh bỏ học', value: 0, unit: 'học sinh' },
    ...grades.flatMap((grade) =>
      levelled.flatMap((result) =>
        levels.map((level) => ({ grade, label: `${result}: ${level}`, value: 0, unit: 'học sinh' })),
      ),
    ),
  ];
}

/** The days every school year has, inside the province's frame. */
export function frameActivities(year: YearFrame & { readonly opensOn: string }): ActivityRow[] {
  const day = (title: string, on: string, lead: string): ActivityRow => ({
    title,
    grades: null,
    startsOn: on,
    endsOn: on,
    lead,
    place: 'Sân trường',
    topics: null,
  });
  const week = (number: number, title: string): ActivityRow[] => {
    const found = year.weeks.find((one) => one.number === number);
    return found
      ? [
          {
            title,
            grades: null,
            startsOn: found.startsOn,
            endsOn: found.endsOn,
            lead: 'Tổ chuyên môn',
            place: 'Phòng học',
            topics: null,
          },
        ]
      : [];
  };
  return [
    day('Khai giảng năm học', year.opensOn, 'Ban giám hiệu'),
    ...week(9, 'Kiểm tra giữa học kì I'),
    ...week(17, 'Kiểm tra cuối học kì I'),
    ...week(26, 'Kiểm tra giữa học kì II'),
    ...week(34, 'Kiểm tra cuối học kì II'),
    day('Tổng kết năm học', year.endsOn, 'Ban giám hiệu'),
  ];
}

/** First and last days of teaching from the province's weeks; without weeks the year itself, halved at the turn of the year. */
export function calendarOf(year: YearFrame & { readonly opensOn: string }): Calendar {
  const of = (semester: number) => year.weeks.filter((week) => week.semester === semester);
  const [first, second] = [of(1), of(2)];
  const middle = `${year.endsOn.slice(0, 4)}-01-15`;
  const cut = (day: string) => (day > year.endsOn ? year.endsOn : day);
  return {
    lessonsFrom: first[0]?.startsOn ?? year.opensOn,
    semester1To: cut(first.at(-1)?.endsOn ?? middle),
    semester2From: second[0]?.startsOn ?? `${year.endsOn.slice(0, 4)}-01-19`,
    lessonsTo: cut(second.at(-1)?.endsOn ?? year.endsOn),
  };
}
