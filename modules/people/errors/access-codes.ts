import type { RefusalShape } from '#platform/errors';
import { formatNumber } from '#platform/i18n';

/** Refusals about slips and the codes on them. */
export const accessCodeReasons = {
  codeNotValid: (): RefusalShape => ({
    status: 404,
    title: 'Mã không dùng được',
    detail:
      'Mã gõ chưa đúng, đã dùng hoặc đã hết hạn. Hãy xem lại phiếu; nếu vẫn không được, hãy xin nhà trường phiếu mới.',
  }),
  tooManyCodes: (): RefusalShape => ({
    status: 429,
    title: 'Đã thử quá nhiều mã',
    detail: 'Hãy đợi 15 phút rồi gõ lại đúng mã trên phiếu.',
  }),
  weakPassword: (message: string): RefusalShape => ({
    status: 422,
    title: 'Mật khẩu chưa dùng được',
    detail: message,
    problems: [{ path: 'password', message }],
  }),
  slipsExist: (count: number): RefusalShape => ({
    status: 409,
    title: `${formatNumber(count)} người đã có phiếu còn dùng được`,
    detail: 'Mã chỉ in được một lần. In phiếu mới thì phiếu cũ hết dùng; hãy xác nhận nếu vẫn muốn in lại.',
  }),
  nobodyForSlips: (): RefusalShape => ({
    status: 422,
    title: 'Không có ai để in phiếu',
    detail: 'Lớp chưa có học sinh, hoặc mọi giáo viên đã có tài khoản.',
  }),
};
