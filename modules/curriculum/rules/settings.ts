/** A figure that somebody decides, with where it comes from. */
export interface Setting<Value> {
  readonly value: Value;
  /** Shown to whoever asks why (Vietnamese). */
  readonly source: string;
}

/** A chuyên subject is taught so many times the periods of the programme, advanced contents included (chuyên extension). */
export const specialisedFactor: Setting<number> = {
  value: 1.5,
  source:
    'Môn chuyên dạy tối đa 150% thời lượng của môn theo hướng dẫn cũ về trường chuyên; chờ hướng dẫn mới theo Thông tư 05/2023/TT-BGDĐT. Trường sửa được cho từng lớp.',
};

/** Most periods a year that a school may write for one choice: ten a week for 35 weeks. */
export const mostPeriodsPerYear: Setting<number> = {
  value: 350,
  source: 'Mức chặn nhập nhầm của hệ thống: 10 tiết mỗi tuần trong 35 tuần.',
};
