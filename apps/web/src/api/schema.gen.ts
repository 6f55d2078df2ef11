// Written by tools/generate-client.ts; change the contracts of the modules instead.
export interface paths {
    "/api/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Người trong phạm vi của tôi, xếp theo tên */
        get: operations["identity.listAccounts"];
        put?: never;
        /** Lập tài khoản và giao vai trò; mật khẩu một lần chỉ hiện một lần */
        post: operations["identity.createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một người trong phạm vi của tôi */
        get: operations["identity.getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ngừng tài khoản; mọi nơi đang đăng nhập kết thúc */
        post: operations["identity.disableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mở lại tài khoản */
        post: operations["identity.enableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cấp mật khẩu một lần; chỉ hiện một lần */
        post: operations["identity.resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gỡ xác thực hai lớp của người mất điện thoại; mọi nơi đang đăng nhập kết thúc */
        post: operations["identity.resetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/accounts/{accountId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Giao thêm vai trò */
        post: operations["identity.grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Kích hoạt tài khoản bằng mã trên phiếu và mật khẩu tự chọn */
        post: operations["people.activateAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activation/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xem mã trên phiếu là của ai */
        post: operations["people.checkCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nhật ký: ai làm gì, với dữ liệu nào, lúc nào; mới trước */
        get: operations["audit.listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lịch cá nhân dạng iCalendar, biết địa chỉ mới xem được */
        get: operations["plan.getCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lập cụm chuyên môn */
        post: operations["organisation.createCluster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clusters/{unitId}/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Đặt lại danh sách trường của cụm */
        put: operations["organisation.setClusterSchools"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/curriculum/class-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Môn lựa chọn, chuyên đề, môn tự chọn của các lớp trong trường */
        get: operations["curriculum.listClassChoices"];
        /** Đặt môn lựa chọn của một hay nhiều lớp; tất cả hoặc không lớp nào */
        put: operations["curriculum.setClassChoices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/curriculum/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chương trình của năm học: môn, số tiết từng khối, căn cứ */
        get: operations["curriculum.getProgramme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các bản kế hoạch giáo dục của trường trong năm học, bản mới nhất trước */
        get: operations["educationPlan.listPlans"];
        put?: never;
        /** Lập dự thảo kế hoạch giáo dục của trường từ khung chung hoặc từ năm trước */
        post: operations["educationPlan.draftPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một bản kế hoạch: nội dung, số liệu, kiểm tra, phần của các tổ */
        get: operations["educationPlan.getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa thời gian năm học của trường trong kế hoạch */
        patch: operations["educationPlan.updateCalendar"];
        trace?: never;
    };
    "/api/education-plans/{planId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cấp quản lí ghi nhận kế hoạch của trường */
        post: operations["educationPlan.acknowledgePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lập bản điều chỉnh trong năm: lí do và biên bản họp hội đồng */
        post: operations["educationPlan.amendPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Duyệt kế hoạch; còn cảnh báo thì phải ghi lí do */
        post: operations["educationPlan.approvePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Điểm khác so với bản trước */
        get: operations["educationPlan.comparePlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kế hoạch ra tệp: Word, PDF, phụ lục 1, 2 của tổ, bảng tiết Excel */
        get: operations["educationPlan.downloadPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trình hiệu trưởng duyệt kế hoạch */
        post: operations["educationPlan.proposePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Công khai kế hoạch cho giáo viên, học sinh, cha mẹ và trang công khai */
        post: operations["educationPlan.publishPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xác nhận đã đọc kế hoạch */
        post: operations["educationPlan.confirmReading"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lại kế hoạch để sửa, kèm ý kiến */
        post: operations["educationPlan.returnPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lưu tất cả dòng của một phần kế hoạch */
        put: operations["educationPlan.saveRows"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/teacher-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phụ lục 3 của một giáo viên */
        get: operations["educationPlan.getTeacherPlan"];
        /** Lưu tuần, thiết bị, địa điểm của Phụ lục 3 của mình */
        put: operations["educationPlan.saveTeacherPlan"];
        /** Lấy các bài của Phụ lục 1 theo phân công giảng dạy vào Phụ lục 3 của mình */
        post: operations["educationPlan.drawTeacherPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/teams/{teamId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phụ lục 1 và 2 của một tổ */
        get: operations["educationPlan.getTeamPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/teams/{teamId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Duyệt hoặc trả lại phụ lục của tổ */
        post: operations["educationPlan.decideTeamPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/teams/{teamId}/propose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tổ trưởng trình phụ lục của tổ */
        post: operations["educationPlan.proposeTeamPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/{planId}/teams/{teamId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lưu tất cả dòng của một phần phụ lục của tổ */
        put: operations["educationPlan.saveTeamRows"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kế hoạch giáo dục của mọi trường: bước, lỗi theo quy định, công khai đúng hạn */
        get: operations["educationPlan.getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/board/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bảng kế hoạch của các trường ra Excel */
        get: operations["educationPlan.exportBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/guidance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hướng dẫn và mẫu kế hoạch của đơn vị mình cho năm học */
        get: operations["educationPlan.getGuidance"];
        /** Soạn hướng dẫn và mẫu kế hoạch cho các trường */
        put: operations["educationPlan.saveGuidance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/education-plans/guidance/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Công bố hướng dẫn cho các trường */
        post: operations["educationPlan.publishGuidance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các lớp mà tôi xem được kết quả hoặc điểm danh */
        get: operations["gradebook.listMyClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/classes/{classId}/attendance/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chuyên cần của một lớp trong ngày, và ai đã nghỉ nhiều */
        get: operations["gradebook.getAttendance"];
        /** Điểm danh: ghi học sinh nghỉ buổi hoặc tiết, có phép hay không */
        put: operations["gradebook.saveAttendance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/classes/{classId}/conduct/{semester}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ghi kết quả rèn luyện và nhận xét của giáo viên chủ nhiệm */
        put: operations["gradebook.saveConduct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/classes/{classId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kết quả học tập, rèn luyện của một lớp theo học kì và cả năm, kèm lí do */
        get: operations["gradebook.getClassResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/classes/{classId}/results/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải bảng kết quả học tập, rèn luyện của lớp (Excel) */
        get: operations["gradebook.downloadClassResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/classes/{classId}/summer/{pupilId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ghi kết quả kiểm tra lại hoặc rèn luyện trong hè của một học sinh */
        put: operations["gradebook.saveSummer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đề nghị sửa điểm sau khi khoá */
        get: operations["gradebook.listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/corrections/{correctionId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Duyệt hoặc từ chối đề nghị sửa điểm */
        post: operations["gradebook.decideCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/exemptions/{pupilId}/{subjectCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Quyết định miễn, giảm hoặc đánh giá theo kế hoạch cá nhân cho một học sinh ở một môn; bỏ quyết định */
        put: operations["gradebook.keepExemption"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thống kê kết quả trong phạm vi của tôi theo lớp, khối, trường hoặc xã, và phân bố điểm theo môn */
        get: operations["gradebook.getFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/figures/compute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tính lại thống kê kết quả của trường từ điểm đang có */
        post: operations["gradebook.computeFigures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/phrases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ngân hàng câu nhận xét của trường */
        get: operations["gradebook.listPhrases"];
        put?: never;
        /** Thêm câu vào ngân hàng nhận xét */
        post: operations["gradebook.addPhrase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/phrases/{phraseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Bỏ một câu khỏi ngân hàng nhận xét */
        delete: operations["gradebook.removePhrase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sổ điểm của tôi hoặc của trường trong một học kì, đã nhập đến đâu */
        get: operations["gradebook.listSheets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/sheets/{classId}/{subjectCode}/{semester}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sổ điểm một môn của một lớp trong học kì */
        get: operations["gradebook.getSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/cells": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lưu các ô điểm đã đổi: tất cả hoặc không ô nào */
        post: operations["gradebook.saveCells"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/columns/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ghi hình thức, tên bài, ngày và phân môn của một cột điểm */
        put: operations["gradebook.keepAssessment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đề nghị hiệu trưởng cho sửa một ô điểm đã khoá */
        post: operations["gradebook.askCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các giá trị trước đây của một ô điểm: ai sửa, lúc nào, vì sao */
        get: operations["gradebook.getCellHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải sổ điểm một môn của lớp (Excel), sửa xong nhập lại được */
        get: operations["gradebook.downloadSheet"];
        put?: never;
        /** Nhập sổ điểm từ tệp Excel: cùng các kiểm tra như nhập trên lưới, tất cả hoặc không ô nào */
        post: operations["gradebook.readSheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/terms/{semester}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Khoá điểm của một học kì */
        post: operations["gradebook.lockTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/terms/{semester}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhắc giáo viên còn thiếu điểm */
        post: operations["gradebook.remindTeachers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/terms/{semester}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mở khoá điểm của một học kì, kèm lí do */
        post: operations["gradebook.unlockTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/terms/{semester}/window": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Đặt thời gian nhập điểm của một học kì */
        put: operations["gradebook.setTermWindow"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tôi là ai, đang ở vai trò nào, được làm gì */
        get: operations["identity.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/oidc-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Liên kết tài khoản định danh với tài khoản của tôi: địa chỉ để chuyển tới */
        post: operations["identity.linkOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/oidc-link/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bỏ liên kết tài khoản định danh với tài khoản của tôi */
        post: operations["identity.unlinkOidc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đổi mật khẩu của tôi; các nơi đăng nhập khác kết thúc */
        post: operations["identity.changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thông tin liên hệ của tôi */
        get: operations["identity.getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa số điện thoại, e-mail, ngôn ngữ, nhận thư nhắc */
        patch: operations["identity.updateProfile"];
        trace?: never;
    };
    "/api/me/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đổi vai trò đang dùng */
        post: operations["identity.switchRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bắt đầu bật xác thực hai lớp: mã QR cho ứng dụng xác thực */
        post: operations["identity.beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhập mã đầu tiên để bật xác thực hai lớp */
        post: operations["identity.confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tắt xác thực hai lớp */
        post: operations["identity.removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Những nơi tôi đang đăng nhập */
        get: operations["identity.listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{sessionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đăng xuất ở một nơi */
        post: operations["identity.endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/answering/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi câu trả lời bằng mã; sửa được đến khi đóng */
        post: operations["needsSurvey.answerByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/answering/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mở phiếu khảo sát bằng mã trên giấy mời; không cần tài khoản */
        post: operations["needsSurvey.openByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Học sinh một khối: đã đăng ký chưa, có kết quả chưa đạt hoặc được chọn bồi dưỡng chưa */
        get: operations["needsSurvey.listCandidates"];
        put?: never;
        /** Ghi kết quả chưa đạt, hoặc được chọn bồi dưỡng, của các em; hoặc rút lại */
        post: operations["needsSurvey.recordEntitlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Mẫu phiếu khảo sát: của đơn vị mình và của Sở */
        get: operations["needsSurvey.listForms"];
        put?: never;
        /** Lập mẫu phiếu: từ mẫu có sẵn, hoặc chép một mẫu khác */
        post: operations["needsSurvey.createForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/forms/{formId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một mẫu phiếu với các câu hỏi */
        get: operations["needsSurvey.getForm"];
        /** Lưu tên và các câu hỏi của mẫu phiếu */
        put: operations["needsSurvey.saveForm"];
        post?: never;
        /** Bỏ một mẫu phiếu; các đợt khảo sát đã mở giữ nguyên câu hỏi */
        delete: operations["needsSurvey.retireForm"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các nhóm buổi 2 của một trường trong năm học */
        get: operations["needsSurvey.listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/groups.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các nhóm buổi 2 và danh sách từng nhóm ra Excel */
        get: operations["needsSurvey.exportGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một nhóm buổi 2: học sinh, lí do, đơn đăng ký */
        get: operations["needsSurvey.getGroup"];
        /** Sửa tên, số chỗ, số tiết mỗi tuần, người dạy của một nhóm */
        put: operations["needsSurvey.changeGroup"];
        post?: never;
        /** Bỏ một nhóm buổi 2 */
        delete: operations["needsSurvey.deleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/groups/{groupId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Duyệt nhóm: mọi em có lí do, nhóm dạy thêm có đủ đơn đăng ký */
        post: operations["needsSurvey.confirmGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/groups/{groupId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thêm một em chưa đăng ký, theo quyết định ghi rõ lí do */
        post: operations["needsSurvey.addByDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/groups/{groupId}/members/{pupilId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Đưa một em ra khỏi nhóm */
        delete: operations["needsSurvey.removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/groups/{groupId}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ghi ngày nhận lại đơn đã ký; bỏ ngày là chưa nhận */
        put: operations["needsSurvey.receiveRequests"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/groups/{groupId}/requests.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** In đơn đăng ký học thêm của cả nhóm (PDF), đánh số vào sổ */
        post: operations["needsSurvey.printRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phiếu khảo sát của em, hoặc của các con */
        get: operations["needsSurvey.listMine"];
        put?: never;
        /** Trả lời khảo sát khi đã đăng nhập */
        post: operations["needsSurvey.answerMine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các đợt khảo sát trong phạm vi của mình, mới nhất trước, kèm số đã trả lời */
        get: operations["needsSurvey.listSurveys"];
        put?: never;
        /** Mở một đợt khảo sát cho các lớp */
        post: operations["needsSurvey.openSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/surveys/{surveyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một đợt khảo sát: câu hỏi, tỷ lệ trả lời theo lớp */
        get: operations["needsSurvey.getSurvey"];
        /** Đổi ngày mở, ngày đóng; đóng ngay hoặc mở lại */
        put: operations["needsSurvey.changeSurvey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/surveys/{surveyId}/group-proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nhóm buổi 2 đề xuất từ câu trả lời và kết quả học tập, kèm lí do của từng em; không lưu gì */
        get: operations["needsSurvey.proposeGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/surveys/{surveyId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lập các nhóm đã chọn trong đề xuất */
        post: operations["needsSurvey.createGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/surveys/{surveyId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nhu cầu theo khối, lớp hoặc nơi ở; nơi ở dưới 5 em không hiện số */
        get: operations["needsSurvey.getResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/surveys/{surveyId}/results.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kết quả khảo sát ra Excel */
        get: operations["needsSurvey.exportResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/surveys/{surveyId}/unanswered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Học sinh chưa trả lời, để giáo viên chủ nhiệm nhắc */
        get: operations["needsSurvey.listUnanswered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/needs-survey/surveys/{surveyId}/unanswered.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Học sinh chưa trả lời ra Excel */
        get: operations["needsSurvey.exportUnanswered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các lớp của một năm học, theo khối, kèm sĩ số và điều cần xem lại */
        get: operations["people.listClasses"];
        put?: never;
        /** Thêm lớp vào một năm học */
        post: operations["people.createClass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/classes.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Danh sách lớp ra Excel */
        get: operations["people.exportClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/classes/{classId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sửa lớp: tên, loại, phòng, giáo viên chủ nhiệm */
        put: operations["people.updateClass"];
        post?: never;
        /** Xoá lớp chưa từng có học sinh */
        delete: operations["people.deleteClass"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/enrolment-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sĩ số đầu năm, hiện nay, bỏ học, trở lại, chuyển đi, chuyển đến */
        get: operations["people.getEnrolmentFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/import-templates/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tệp mẫu để ghi danh sách học sinh, cán bộ hoặc lớp của trường */
        get: operations["people.getImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các lần nhập gần đây của trường */
        get: operations["people.listImports"];
        put?: never;
        /** Đưa một bảng tính (.xlsx, .csv, .tsv) vào xem trước */
        post: operations["people.startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Xem trước một lần nhập: số dòng mới, thay đổi, lỗi từng ô */
        get: operations["people.previewImport"];
        put?: never;
        post?: never;
        /** Bỏ một lần nhập chưa xong */
        delete: operations["people.discardImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/imports/{importId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhập bảng đã xem trước vào hệ thống, tất cả trong một lần */
        post: operations["people.acceptImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/imports/{importId}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Chọn lại nội dung của từng cột */
        put: operations["people.mapImportColumns"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/imports/{importId}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sửa theo mọi đề xuất cùng loại */
        post: operations["people.acceptImportProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/imports/{importId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa ô ngay trong bảng xem trước, bỏ bớt hoặc lấy lại dòng */
        patch: operations["people.editImport"];
        trace?: never;
    };
    "/api/people/imports/{importId}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải bảng đã đánh dấu lỗi */
        get: operations["people.downloadImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/postings/{postingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Bỏ quyết định dạy liên trường đã ghi nhầm */
        delete: operations["people.deletePosting"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/pupil-search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tìm một học sinh trong phạm vi */
        get: operations["people.findPupils"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/pupils": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Danh sách học sinh, theo tên */
        get: operations["people.listPupils"];
        put?: never;
        /** Thêm học sinh và xếp lớp */
        post: operations["people.createPupil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/pupils.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Danh sách học sinh ra Excel */
        get: operations["people.exportPupils"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/pupils/{pupilId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hồ sơ một học sinh */
        get: operations["people.getPupil"];
        /** Sửa hồ sơ học sinh và người giám hộ */
        put: operations["people.updatePupil"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/pupils/{pupilId}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ghi biến động: vào lớp, đổi lớp, bỏ học, trở lại, chuyển ra ngoài tỉnh */
        post: operations["people.recordMovement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/pupils/{pupilId}/private": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phần riêng tư của hồ sơ (mỗi lần xem đều được ghi lại) */
        get: operations["people.getPupilPrivate"];
        /** Sửa phần riêng tư của hồ sơ */
        put: operations["people.savePupilPrivate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/roll-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dự kiến lên lớp của mọi học sinh, chưa ghi gì */
        get: operations["people.previewRollOver"];
        put?: never;
        /** Chuyển cả trường sang năm học mới */
        post: operations["people.executeRollOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/roll-over.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bản dự kiến lên lớp ra Excel */
        get: operations["people.exportRollOver"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/roll-over/{rollOverId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hoàn tác chuyển năm học, trước khi năm học mới bắt đầu */
        post: operations["people.reverseRollOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/roll-over/choices/{pupilId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Quyết định riêng cho một học sinh: ở lại lớp, lớp khác, chuyển đi */
        put: operations["people.chooseOutcome"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phòng của trường */
        get: operations["people.listRooms"];
        put?: never;
        /** Thêm phòng */
        post: operations["people.createRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/rooms.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Danh sách phòng ra Excel */
        get: operations["people.exportRooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/rooms/{roomId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sửa phòng; ngừng dùng hoặc dùng lại */
        put: operations["people.updateRoom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quy mô các trường trong phạm vi: lớp, học sinh, đội ngũ */
        get: operations["people.listSchoolFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/schools.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quy mô các trường ra Excel */
        get: operations["people.exportSchoolFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phiếu kích hoạt của từng lớp và của giáo viên: đã in, đã kích hoạt */
        get: operations["people.listSlipGroups"];
        put?: never;
        /** In phiếu kích hoạt (PDF); mã chỉ hiện một lần, phiếu cũ hết dùng */
        post: operations["people.printSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cán bộ, giáo viên, nhân viên của trường, theo tên */
        get: operations["people.listStaff"];
        put?: never;
        /** Thêm cán bộ, giáo viên, nhân viên */
        post: operations["people.createStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/staff.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Danh sách cán bộ, giáo viên, nhân viên ra Excel */
        get: operations["people.exportStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/staff/{staffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hồ sơ một cán bộ, giáo viên, nhân viên */
        get: operations["people.getStaff"];
        /** Sửa hồ sơ cán bộ, giáo viên, nhân viên và môn dạy được */
        put: operations["people.updateStaff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/staff/{staffId}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Gắn hồ sơ với một tài khoản đang có, hoặc bỏ gắn */
        put: operations["people.linkStaffAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/staff/{staffId}/left": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ghi ngày thôi làm việc ở trường, hoặc trở lại làm việc */
        post: operations["people.setStaffLeft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/staff/{staffId}/new-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lập tài khoản cho cán bộ, giáo viên; mật khẩu một lần chỉ hiện một lần */
        post: operations["people.createStaffAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/staff/{staffId}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cử giáo viên dạy thêm ở trường thứ hai (dạy liên trường) */
        post: operations["people.createPosting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/staff/{staffId}/private": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Số định danh, dân tộc của một cán bộ, giáo viên (mỗi lần xem đều được ghi lại) */
        get: operations["people.getStaffPrivate"];
        /** Sửa số định danh, dân tộc của một cán bộ, giáo viên */
        put: operations["people.saveStaffPrivate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đề nghị chuyển trường đến và đi */
        get: operations["people.listTransfers"];
        put?: never;
        /** Đề nghị trường khác trong tỉnh nhận học sinh */
        post: operations["people.askTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/transfers.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sổ chuyển trường ra Excel */
        get: operations["people.exportTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/transfers/{transferId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhận học sinh chuyển đến vào một lớp */
        post: operations["people.acceptTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/transfers/{transferId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Không nhận học sinh, kèm lý do */
        post: operations["people.refuseTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/transfers/{transferId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rút đề nghị chuyển trường */
        post: operations["people.withdrawTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/agency-setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chữ viết tắt, địa danh của cơ quan trong văn bản */
        get: operations["plan.getAgencySetting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Đặt chữ viết tắt, địa danh của cơ quan trong văn bản */
        patch: operations["plan.updateAgencySetting"];
        trace?: never;
    };
    "/api/plan/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Việc chờ tôi duyệt hoặc trả lời */
        get: operations["plan.listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trang nhiệm vụ: đoạn gốc, giải pháp, minh chứng, lịch sử, trao đổi */
        get: operations["plan.getAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lời câu hỏi */
        post: operations["plan.answerQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Báo vướng mắc: gửi khó khăn lên cấp trên */
        post: operations["plan.markBlocked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trao đổi */
        post: operations["plan.addComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/evidence/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xác nhận đã thực hiện */
        post: operations["plan.giveConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/evidence/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi tệp minh chứng (tối đa 20 MB) */
        post: operations["plan.giveDocumentEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/evidence/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Điền phiếu minh chứng */
        post: operations["plan.giveFormEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xin lùi hạn */
        post: operations["plan.askExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/not-applicable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đơn vị không có nhiệm vụ này (nêu lý do) */
        post: operations["plan.markNotApplicable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi lại kèm câu hỏi cho cấp giao việc */
        post: operations["plan.askQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mở lại nhiệm vụ (hoàn tác nộp, công nhận hoặc không áp dụng) */
        post: operations["plan.reopenAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lại để làm tiếp */
        post: operations["plan.returnAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Giao tiếp cho tổ hoặc cho từng người */
        post: operations["plan.splitAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/split-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Có thể giao tiếp cho ai */
        get: operations["plan.listSplitTargets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bắt đầu thực hiện */
        post: operations["plan.startAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/{assignmentId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nộp kết quả lên cấp trên */
        post: operations["plan.submitAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Công nhận hoàn thành */
        post: operations["plan.acceptAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/assignments/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tiếp nhận nhiệm vụ */
        post: operations["plan.acknowledgeAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải tệp minh chứng */
        get: operations["plan.downloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bảng theo dõi: đơn vị × nhiệm vụ */
        get: operations["plan.getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/board.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bảng theo dõi ra Excel */
        get: operations["plan.exportBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/board/cell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các việc trong một ô của bảng */
        get: operations["plan.listBoardCell"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lịch nhiệm vụ theo tháng trong phạm vi của mình */
        get: operations["plan.getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lập địa chỉ lịch cá nhân (iCalendar); địa chỉ cũ hết hiệu lực */
        post: operations["plan.makeFeedAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/difficulties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Khó khăn, vướng mắc trong phạm vi của mình */
        get: operations["plan.listDifficulties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/difficulties/{difficultyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một khó khăn, vướng mắc trong phạm vi của mình */
        get: operations["plan.getDifficulty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/difficulties/{difficultyId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lời khó khăn của đơn vị dưới */
        post: operations["plan.answerDifficulty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/difficulties/{difficultyId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đã giải quyết xong; nhiệm vụ hết vướng */
        post: operations["plan.closeDifficulty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các bản kế hoạch của Sở trong một năm học, bản mới trước */
        get: operations["plan.listDocuments"];
        put?: never;
        /** Nhập văn bản kế hoạch (.docx, .txt, .md) thành bản nháp */
        post: operations["plan.importDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một bản kế hoạch: đoạn gốc và nhiệm vụ bên cạnh */
        get: operations["plan.getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa tên, ngày ký, người ký, năm học của bản nháp */
        patch: operations["plan.updateDocument"];
        trace?: never;
    };
    "/api/plan/documents/{documentId}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Khác gì so với bản trước */
        get: operations["plan.compareDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/documents/{documentId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bỏ bản nháp */
        post: operations["plan.discardDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/documents/{documentId}/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lập nhiệm vụ từ các đoạn chưa là nhiệm vụ */
        post: operations["plan.addDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/documents/{documentId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gộp các nhiệm vụ thành một (giữ nhiệm vụ đứng đầu) */
        post: operations["plan.mergeDuties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/documents/{documentId}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Xem trước: giao bao nhiêu việc cho những đơn vị nào */
        get: operations["plan.previewPublication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/documents/{documentId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ban hành: giao nhiệm vụ tới mọi đơn vị được nêu */
        post: operations["plan.publishDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/documents/{documentId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tình hình thực hiện từng nhiệm vụ trong phạm vi của mình */
        get: operations["plan.getDocumentState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/duties/{dutyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa một nhiệm vụ của bản nháp: tên, đơn vị, thời hạn, minh chứng */
        patch: operations["plan.updateDuty"];
        trace?: never;
    };
    "/api/plan/duties/{dutyId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đánh dấu đoạn này không phải nhiệm vụ */
        post: operations["plan.removeDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/duties/{dutyId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tách một nhiệm vụ thành nhiều nhiệm vụ */
        post: operations["plan.splitDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/evidence/{evidenceId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rút minh chứng đã gửi */
        post: operations["plan.withdrawEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/extensions/{extensionId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đồng ý hoặc từ chối lùi hạn */
        post: operations["plan.decideExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kiến nghị sau kiểm tra cần theo dõi, hạn gần trước */
        get: operations["plan.listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/findings/{findingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một kiến nghị và quá trình theo dõi */
        get: operations["plan.getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa kiến nghị hoặc hạn khắc phục */
        patch: operations["plan.updateFinding"];
        trace?: never;
    };
    "/api/plan/findings/{findingId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đơn vị báo cáo đã khắc phục */
        post: operations["plan.answerFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/findings/{findingId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Công nhận đã khắc phục */
        post: operations["plan.closeFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/findings/{findingId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đính kèm minh chứng khắc phục (tối đa 20 MB) */
        post: operations["plan.attachFindingFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/findings/{findingId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Yêu cầu khắc phục tiếp */
        post: operations["plan.reopenFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Chỉ số của các đơn vị trong phạm vi của mình */
        get: operations["plan.listIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/inspection-items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa nội dung hoặc ghi kết quả kiểm tra */
        patch: operations["plan.updateInspectionItem"];
        trace?: never;
    };
    "/api/plan/inspection-items/{itemId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bỏ nội dung khỏi danh mục kiểm tra */
        post: operations["plan.removeInspectionItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các cuộc kiểm tra trong phạm vi của mình, mới trước */
        get: operations["plan.listInspections"];
        put?: never;
        /** Lập cuộc kiểm tra; danh mục kiểm tra lấy từ nhiệm vụ đã giao cho đơn vị */
        post: operations["plan.planInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/inspections/{inspectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một cuộc kiểm tra: danh mục, kết quả, kiến nghị */
        get: operations["plan.getInspection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Đổi ngày, nội dung, trưởng đoàn, thành viên */
        patch: operations["plan.updateInspection"];
        trace?: never;
    };
    "/api/plan/inspections/{inspectionId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hủy cuộc kiểm tra (nêu lý do) */
        post: operations["plan.cancelInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/inspections/{inspectionId}/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Kết luận cuộc kiểm tra */
        post: operations["plan.concludeInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/inspections/{inspectionId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ghi tồn tại, kiến nghị và hạn khắc phục */
        post: operations["plan.addFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/inspections/{inspectionId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thêm nội dung kiểm tra */
        post: operations["plan.addInspectionItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/inspections/{inspectionId}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Biên bản kiểm tra (Word hoặc PDF) */
        get: operations["plan.downloadInspectionMinutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/inspections/{inspectionId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bắt đầu kiểm tra: đơn vị được kiểm tra thấy từ lúc này */
        post: operations["plan.startInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/my-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Việc của tôi trong vai trò đang chọn, việc gấp trước */
        get: operations["plan.listMyWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thông báo của tôi */
        get: operations["plan.listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đánh dấu đã đọc */
        post: operations["plan.readNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sổ văn bản chỉ đạo: đi, đến, dự thảo */
        get: operations["plan.listOfficialDocuments"];
        put?: never;
        /** Lập dự thảo văn bản của đơn vị mình */
        post: operations["plan.registerOfficialDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một văn bản: tệp, nơi nhận, nhiệm vụ liên quan */
        get: operations["plan.getOfficialDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa dự thảo: loại, trích yếu, nơi nhận, nhiệm vụ liên quan */
        patch: operations["plan.updateOfficialDocument"];
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hủy dự thảo */
        post: operations["plan.cancelOfficialDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/collect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi dự thảo lấy ý kiến, hoặc đổi hạn góp ý */
        post: operations["plan.collectOpinions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đính kèm tệp văn bản (PDF, Word, Excel, ảnh; tối đa 20 MB) */
        post: operations["plan.attachOfficialDocumentFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/files/{attachmentId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bỏ tệp khỏi dự thảo */
        post: operations["plan.removeOfficialDocumentFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ban hành: cấp số, ký hiệu và gửi tới nơi nhận */
        post: operations["plan.issueOfficialDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bảng tổng hợp, tiếp thu, giải trình ý kiến */
        get: operations["plan.listOpinions"];
        put?: never;
        /** Góp ý dự thảo, hoặc nhất trí */
        post: operations["plan.giveOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/opinions.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bảng tổng hợp ý kiến ra Excel */
        get: operations["plan.exportOpinions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ghi nhận đã mở xem văn bản */
        post: operations["plan.readOfficialDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Nơi nhận nào đã mở, ai mở, lúc nào */
        get: operations["plan.listOfficialDocumentReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/official-documents/{documentId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thu hồi văn bản đã ban hành */
        post: operations["plan.revokeOfficialDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/opinions/{opinionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa góp ý của đơn vị mình khi còn hạn */
        patch: operations["plan.updateOpinion"];
        trace?: never;
    };
    "/api/plan/opinions/{opinionId}/dispose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tiếp thu hoặc giải trình góp ý */
        post: operations["plan.disposeOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/report-totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cộng số liệu các báo cáo đã nộp của cấp dưới */
        get: operations["plan.aggregateReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/report-totals/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Số liệu cộng gồm những đơn vị nào */
        get: operations["plan.listAggregateRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Báo cáo của đơn vị mình và của cấp dưới theo kỳ: ai đã nộp, ai còn thiếu */
        get: operations["plan.listReports"];
        put?: never;
        /** Lập báo cáo của đơn vị cho một kỳ (đã có thì mở lại) */
        post: operations["plan.openReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một báo cáo: số liệu và phần lời */
        get: operations["plan.getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa phần lời, tên và số ký hiệu của báo cáo */
        patch: operations["plan.updateReport"];
        trace?: never;
    };
    "/api/plan/reports/{reportId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhận báo cáo hoặc trả lại để làm lại */
        post: operations["plan.decideReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/reports/{reportId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Báo cáo dạng Word hoặc PDF theo thể thức Nghị định 30/2020, hoặc số liệu dạng Excel */
        get: operations["plan.downloadReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/reports/{reportId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các dòng tạo nên một số liệu của báo cáo */
        get: operations["plan.listReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/reports/{reportId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nộp báo cáo lên cấp trên; số liệu được chốt */
        post: operations["plan.submitReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan/reports/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhắc các đơn vị chưa nộp báo cáo (mỗi đơn vị một lần một ngày) */
        post: operations["plan.remindMissing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/education-plans/{schoolCode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kế hoạch đã công khai của một trường, không cần đăng nhập */
        get: operations["educationPlan.getPublicPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{roleId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thôi giao vai trò, có hiệu lực ngay */
        post: operations["identity.endRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/school-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các năm học, năm mới trước */
        get: operations["organisation.listSchoolYears"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/school-years/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Đặt thời gian năm học theo quyết định; tuần học được tính lại */
        put: operations["organisation.setSchoolYear"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/school-years/{schoolYearId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một năm học: học kì, tuần học */
        get: operations["organisation.getSchoolYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tìm nhiệm vụ, đơn vị, người (không cần dấu) */
        get: operations["plan.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các mức quy định của mọi phần, mức của Sở và mức mặc định */
        get: operations["organisation.listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Đặt một mức quy định cho Sở */
        put: operations["organisation.updateSetting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{key}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dùng lại mức mặc định */
        post: operations["organisation.resetSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đăng nhập bằng tên đăng nhập hoặc số điện thoại */
        post: operations["identity.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/oidc/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đăng nhập bằng tài khoản định danh: chuyển tới nơi cấp */
        get: operations["identity.beginOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trở về từ nơi cấp tài khoản định danh */
        get: operations["identity.finishOidc"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các cách đăng nhập đang mở */
        get: operations["identity.signInOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhập mã xác thực để hoàn tất đăng nhập */
        post: operations["identity.verifyTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đăng xuất */
        post: operations["identity.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{siteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Xoá điểm trường */
        delete: operations["organisation.deleteSite"];
        options?: never;
        head?: never;
        /** Sửa điểm trường */
        patch: operations["organisation.updateSite"];
        trace?: never;
    };
    "/api/staffing/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phân công giảng dạy của một trường: lớp, môn, giáo viên, định mức */
        get: operations["staffing.getAssignments"];
        /** Lưu các ô phân công đã đổi: tất cả hoặc không ô nào */
        put: operations["staffing.saveAssignments"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/assignments/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải bảng phân công giảng dạy (Word, thể thức văn bản) */
        get: operations["staffing.downloadAssignmentPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/assignments/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đề xuất phân công cho những ô còn trống, kèm lí do; không lưu gì */
        get: operations["staffing.proposeAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/assignments/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Công bố phân công cho giáo viên của trường */
        post: operations["staffing.publishAssignments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/assignments/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải phân công giảng dạy (Excel) */
        get: operations["staffing.downloadAssignmentSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thừa, thiếu giáo viên theo môn của các trường trong phạm vi */
        get: operations["staffing.getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/coverage/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải bảng thừa, thiếu giáo viên (Excel) */
        get: operations["staffing.exportCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Giao nhiệm vụ kiêm nhiệm cho một người */
        post: operations["staffing.createDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/staffing/duties/{dutyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Thôi giao nhiệm vụ kiêm nhiệm */
        delete: operations["staffing.deleteDuty"];
        options?: never;
        head?: never;
        /** Sửa nhiệm vụ kiêm nhiệm */
        patch: operations["staffing.updateDuty"];
        trace?: never;
    };
    "/api/sync/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các máy của người trong phạm vi của tôi */
        get: operations["sync.listDevices"];
        put?: never;
        /** Gắn trình duyệt này với tài khoản để dùng khi mất mạng */
        post: operations["sync.bindDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/devices/{deviceId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thu hồi một máy bị mất hoặc không dùng nữa: phiên đăng nhập trên máy kết thúc, dữ liệu bị xoá khi máy liên lạc lại */
        post: operations["sync.revokeDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/devices/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các máy của tôi: lần liên lạc cuối, việc chưa gửi */
        get: operations["sync.listOwnDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/devices/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Máy báo việc chưa gửi và hỏi mình còn được gắn không; máy bị thu hồi báo trước khi tự xoá */
        post: operations["sync.reportDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dữ liệu của các lớp mình để dùng khi mất mạng: chỉ phần khác với bản đang giữ */
        post: operations["sync.pull"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gửi các việc đã làm khi mất mạng, theo thứ tự của máy; mỗi việc được trả lời riêng, gửi lại nhận đúng câu trả lời đầu */
        post: operations["sync.push"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thời khoá biểu của các trường trong phạm vi: công bố, dạy hai buổi, lỗi, tiết trống của giáo viên */
        get: operations["timetable.getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/board/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải bảng thời khoá biểu của các trường (Excel) */
        get: operations["timetable.exportBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lấy địa chỉ lịch (iCalendar) của tuần học cho điện thoại; địa chỉ cũ hết hiệu lực */
        post: operations["timetable.makeFeedAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/calendar/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lịch tuần học (iCalendar) */
        get: operations["timetable.getCalendarFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/disruptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Những ngày thời khoá biểu thay đổi: người vắng, nghỉ học, học trực tuyến */
        get: operations["timetable.listDisruptions"];
        put?: never;
        /** Ghi thay đổi của một số ngày và báo cho người liên quan */
        post: operations["timetable.recordDisruption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/disruptions/{disruptionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trở lại bình thường từ một ngày, báo cho người liên quan */
        post: operations["timetable.endDisruption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/disruptions/{disruptionId}/make-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xếp dạy bù các tiết đã nghỉ vào giờ trống sớm nhất của lớp và giáo viên */
        post: operations["timetable.makeUpLessons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhập thời khoá biểu đang có từ Excel hoặc tệp .fet thành bản nháp */
        post: operations["timetable.importTimetable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thiết lập thời khoá biểu của một trường: tiết học, buổi học, giờ đóng, hoạt động cố định, mong muốn */
        get: operations["timetable.getSetup"];
        /** Lưu thiết lập thời khoá biểu: những phần được gửi */
        put: operations["timetable.saveSetup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/solves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xếp thời khoá biểu tự động */
        post: operations["timetable.startSolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/solves/{solveId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lần xếp đang tới đâu */
        get: operations["timetable.getSolve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/solves/{solveId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dừng xếp và lấy kết quả tốt nhất đang có */
        post: operations["timetable.stopSolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/substitutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Đề xuất người dạy thay cho một giáo viên vắng, kèm lí do; không lưu gì */
        get: operations["timetable.proposeSubstitutes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/timetables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các thời khoá biểu của một trường và lần xếp gần nhất */
        get: operations["timetable.listTimetables"];
        put?: never;
        /** Lập thời khoá biểu nháp: để trống từ phân công, hoặc chép một thời khoá biểu */
        post: operations["timetable.createTimetable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/timetables/{timetableId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một thời khoá biểu với mọi tiết học và những gì cần để sửa */
        get: operations["timetable.getTimetable"];
        put?: never;
        post?: never;
        /** Xoá thời khoá biểu chưa công bố */
        delete: operations["timetable.deleteTimetable"];
        options?: never;
        head?: never;
        /** Đặt lại tên thời khoá biểu */
        patch: operations["timetable.renameTimetable"];
        trace?: never;
    };
    "/api/timetable/timetables/{timetableId}/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lưu chỗ của các tiết đã dời: tất cả hoặc không tiết nào */
        put: operations["timetable.saveLessons"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/timetables/{timetableId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In thời khoá biểu (PDF): theo lớp, giáo viên, phòng, hoặc toàn trường khổ A3 */
        get: operations["timetable.downloadPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/timetables/{timetableId}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Báo đang mở để sửa; biết ai khác cũng đang mở và bản mới nhất */
        post: operations["timetable.bePresent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/timetables/{timetableId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Công bố thời khoá biểu cho các tuần */
        post: operations["timetable.publishTimetable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/timetables/{timetableId}/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải thời khoá biểu (Excel): toàn trường, theo lớp, theo giáo viên, theo phòng */
        get: operations["timetable.downloadWorkbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Thời khoá biểu đã công bố của một tuần, như người hỏi được xem */
        get: operations["timetable.getWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/anchors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các cơ quan chứng thực mà Sở tin để ký học bạ */
        get: operations["transcript.listAnchors"];
        put?: never;
        /** Thêm chứng thư gốc của một cơ quan chứng thực (PEM hoặc DER) */
        post: operations["transcript.addAnchor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/anchors/{anchorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Thôi tin một cơ quan chứng thực; học bạ đã ký không đổi */
        delete: operations["transcript.removeAnchor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/archives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các bản lưu trữ đã xuất hoặc đang xuất */
        get: operations["transcript.listArchives"];
        put?: never;
        /** Xuất bản lưu trữ lâu dài các trang đã phát hành của một năm học */
        post: operations["transcript.startArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/archives/{archiveId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải một bản lưu trữ (ZIP) */
        get: operations["transcript.downloadArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/classes/{classId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Học sinh của một lớp và trang học bạ mới nhất của từng em */
        get: operations["transcript.listClassPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/classes/{classId}/awards/{pupilId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ghi khen thưởng, giải thưởng, chứng chỉ của một học sinh trong năm */
        put: operations["transcript.saveAwards"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Học bạ của em, hoặc của các con */
        get: operations["transcript.listMine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tiến độ lập và ký học bạ của các lớp trong trường */
        get: operations["transcript.getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lập trang học bạ từ kết quả của sổ điểm; trang đã phát hành chỉ có bản mới khi ghi lí do */
        post: operations["transcript.drawUpPages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/pages/{pageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một trang học bạ: nội dung, chữ ký, các bản; việc xem được ghi nhật ký */
        get: operations["transcript.getPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/pages/{pageId}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải trang học bạ đã ký (PDF) */
        get: operations["transcript.downloadPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/pages/{pageId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thu hồi một trang học bạ đã phát hành, kèm lí do */
        post: operations["transcript.revokePage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/pages/{pageId}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tạo liên kết cho người khác xem một trang học bạ, một lần, có hạn */
        post: operations["transcript.makeShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/pages/{pageId}/xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tải dữ liệu trang học bạ đã ký (XML) */
        get: operations["transcript.downloadXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các trang học bạ chờ tôi xác nhận hoặc ký, theo lớp và môn */
        get: operations["transcript.listQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/queue/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các trang chờ tôi của một lớp, với phần tôi xác nhận */
        get: operations["transcript.listQueueSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bắt đầu (hoặc mở lại) lượt ký mọi trang đang chờ hiệu trưởng hay con dấu */
        post: operations["transcript.openRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lượt ký đang đến đâu: số cần ký, đã ký, không ký được và vì sao */
        get: operations["transcript.getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/runs/{runId}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ký các trang tiếp theo của lượt; khoá ký chỉ dùng cho yêu cầu này, không lưu */
        post: operations["transcript.continueRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/shared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xem trang học bạ bằng liên kết một lần */
        post: operations["transcript.openShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/shares/{shareId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Thu hồi một liên kết xem học bạ */
        delete: operations["transcript.withdrawShare"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/steps/{stepId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Trả lại một trang thay vì ký, kèm lí do */
        post: operations["transcript.returnStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/steps/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Xác nhận các trang học bạ bằng tài khoản của tôi; hiệu trưởng xác nhận thay thì ghi lí do */
        post: operations["transcript.confirmSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/steps/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ký số các trang học bạ bằng chứng thư của tôi; khoá ký chỉ dùng cho yêu cầu này, không lưu */
        post: operations["transcript.signSteps"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tra cứu học bạ theo mã: còn hiệu lực, đã thay hay đã thu hồi; không có dữ liệu học sinh */
        post: operations["transcript.verifyCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcript/verify/{code}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Kiểm tra một tệp PDF có đúng là học bạ với mã này, còn nguyên hay đã bị sửa */
        post: operations["transcript.verifyFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Các đơn vị của Sở */
        get: operations["organisation.listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Một đơn vị: tuyến trên, tuyến dưới, điểm trường, người đứng đầu */
        get: operations["organisation.getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Sửa thông tin đơn vị */
        patch: operations["organisation.updateUnit"];
        trace?: never;
    };
    "/api/units/{unitId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Đóng tổ chuyên môn từ hôm nay */
        post: operations["organisation.closeSubjectTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unitId}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Thêm điểm trường */
        post: operations["organisation.createSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{unitId}/subject-teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lập tổ chuyên môn của trường */
        post: operations["organisation.createSubjectTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nhập danh mục đơn vị từ bảng tính (.xlsx, .csv, .tsv); dryRun chỉ xem trước */
        post: operations["organisation.importUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tệp mẫu để ghi danh mục đơn vị */
        get: operations["organisation.getUnitTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 problem document */
        Problem: {
            code: string;
            detail: string;
            facts?: {
                [key: string]: unknown;
            };
            instance?: string;
            problems?: {
                message: string;
                path: string;
            }[];
            status: number;
            title: string;
            type: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "identity.listAccounts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                role?: "departmentLeader" | "divisionHead" | "specialist" | "communeLeader" | "communeOfficer" | "principal" | "vicePrincipal" | "clerk" | "teamLead" | "teacher" | "homeroomTeacher" | "pupil" | "guardian" | "systemAdmin";
                status?: "active" | "disabled";
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            displayName: string;
                            email: string | null;
                            firstSignedInAt: string | null;
                            /** Format: uuid */
                            id: string;
                            lockedUntil: string | null;
                            phone: string | null;
                            roles: {
                                endsOn: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                role: "departmentLeader" | "divisionHead" | "specialist" | "communeLeader" | "communeOfficer" | "principal" | "vicePrincipal" | "clerk" | "teamLead" | "teacher" | "homeroomTeacher" | "pupil" | "guardian" | "systemAdmin";
                                /** Format: date */
                                startsOn: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                            }[];
                            secondFactor: boolean;
                            /** @enum {string} */
                            status: "active" | "disabled";
                            username: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.createAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    classCode?: string | null;
                    displayName: string;
                    /** @default null */
                    email?: string | null;
                    phone?: string | null;
                    /** @enum {string} */
                    role: "departmentLeader" | "divisionHead" | "specialist" | "communeLeader" | "communeOfficer" | "principal" | "vicePrincipal" | "clerk" | "teamLead" | "teacher" | "homeroomTeacher" | "pupil" | "guardian" | "systemAdmin";
                    /** Format: uuid */
                    unitId: string;
                    username: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        oneTimePassword: string;
                        username: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.getAccount": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string;
                        email: string | null;
                        firstSignedInAt: string | null;
                        /** Format: uuid */
                        id: string;
                        lockedUntil: string | null;
                        phone: string | null;
                        roles: {
                            endsOn: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "departmentLeader" | "divisionHead" | "specialist" | "communeLeader" | "communeOfficer" | "principal" | "vicePrincipal" | "clerk" | "teamLead" | "teacher" | "homeroomTeacher" | "pupil" | "guardian" | "systemAdmin";
                            /** Format: date */
                            startsOn: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                        }[];
                        secondFactor: boolean;
                        /** @enum {string} */
                        status: "active" | "disabled";
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.disableAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.enableAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.resetPassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        oneTimePassword: string;
                        username: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.resetSecondFactor": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.grantRole": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    classCode?: string | null;
                    /** @default null */
                    endsOn?: string | null;
                    /** @enum {string} */
                    role: "departmentLeader" | "divisionHead" | "specialist" | "communeLeader" | "communeOfficer" | "principal" | "vicePrincipal" | "clerk" | "teamLead" | "teacher" | "homeroomTeacher" | "pupil" | "guardian" | "systemAdmin";
                    /** Format: uuid */
                    unitId: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        roleId: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.activateAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        username: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.checkCode": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        className: string | null;
                        name: string;
                        /** @enum {string} */
                        role: "pupil" | "guardian" | "teacher" | "homeroomTeacher";
                        unitName: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "audit.listEvents": {
        parameters: {
            query?: {
                accountId?: string;
                action?: string;
                cursor?: number;
                entity?: string;
                entityId?: string;
                from?: string;
                limit?: number;
                to?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            action: string;
                            after: {
                                [key: string]: unknown;
                            } | null;
                            at: string;
                            before: {
                                [key: string]: unknown;
                            } | null;
                            entity: string;
                            entityId: string | null;
                            id: number;
                            ip: string | null;
                            /** @enum {string} */
                            operation: "insert" | "update" | "delete" | "read" | "signIn" | "other";
                            requestId: string | null;
                            role: string | null;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getCalendarFeed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.createCluster": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        border: boolean;
                        closedOn: string | null;
                        code: string;
                        communeKind: ("commune" | "ward") | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                        latitude: number | null;
                        longitude: number | null;
                        managingAuthority: ("communePC" | "department") | null;
                        name: string;
                        parentId: string | null;
                        schoolKind: ("lowerSecondary" | "upperSecondary" | "combinedSecondary" | "ethnicSemiBoarding" | "ethnicBoardingLower" | "ethnicBoardingUpper" | "specialised" | "vocContinuingCentre") | null;
                        teachesLower: boolean;
                        teachesUpper: boolean;
                        version: number;
                        zone: number | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.setClusterSchools": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    schoolIds: string[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        asked: number;
                        done: number;
                        removed: number;
                        skipped: {
                            /** Format: uuid */
                            id: string;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "curriculum.listClassChoices": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: {
                            choices: {
                                /** @enum {string} */
                                kind: "elective" | "topic" | "optional" | "specialised";
                                periods: number | null;
                                reason: string | null;
                                subjectCode: string;
                            }[];
                            /** Format: uuid */
                            classId: string;
                            grade: number;
                            /** @enum {string} */
                            kind: "ordinary" | "inclusive" | "specialised" | "boarding";
                            name: string;
                            periodsPerYear: number;
                            problems: string[];
                            specialisedSubject: string | null;
                        }[];
                        /** Format: uuid */
                        schoolId: string;
                        schoolName: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "curriculum.setClassChoices": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    classes: {
                        choices: {
                            /** @enum {string} */
                            kind: "elective" | "topic" | "optional" | "specialised";
                            periods: number | null;
                            reason: string | null;
                            subjectCode: string;
                        }[];
                        /** Format: uuid */
                        classId: string;
                        seen: {
                            /** @enum {string} */
                            kind: "elective" | "topic" | "optional" | "specialised";
                            periods: number | null;
                            reason: string | null;
                            subjectCode: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: {
                            choices: {
                                /** @enum {string} */
                                kind: "elective" | "topic" | "optional" | "specialised";
                                periods: number | null;
                                reason: string | null;
                                subjectCode: string;
                            }[];
                            /** Format: uuid */
                            classId: string;
                            grade: number;
                            /** @enum {string} */
                            kind: "ordinary" | "inclusive" | "specialised" | "boarding";
                            name: string;
                            periodsPerYear: number;
                            problems: string[];
                            specialisedSubject: string | null;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "curriculum.getProgramme": {
        parameters: {
            query?: {
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        effectiveFrom: string;
                        electivesToChoose: number;
                        id: string;
                        lines: {
                            /** @enum {string} */
                            kind: "compulsory" | "elective" | "topic" | "optional";
                            periodsByGrade: {
                                [key: string]: number;
                            };
                            subjectCode: string;
                        }[];
                        semesterWeeks: {
                            1: number;
                            2: number;
                        };
                        sourceNote: string;
                        specialisedFactor: {
                            source: string;
                            value: number;
                        };
                        subjects: {
                            code: string;
                            englishName: string;
                            /** @enum {string} */
                            judged: "score" | "comment";
                            name: string;
                            shortName: string;
                            specialised: boolean;
                            strands: {
                                code: string;
                                name: string;
                            }[];
                        }[];
                        topicClustersToChoose: number;
                        totals: {
                            grade: number;
                            periods: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.listPlans": {
        parameters: {
            query?: {
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        guidance: {
                            body: string;
                            publishBy: string | null;
                            title: string;
                            unitName: string;
                        }[];
                        items: {
                            amendmentReason: string | null;
                            /** Format: uuid */
                            id: string;
                            publishedAt: string | null;
                            revision: number;
                            schoolYear: string;
                            /** @enum {string} */
                            state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                            version: number;
                        }[];
                        lastYear: boolean;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.draftPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    from: "framework" | "lastYear";
                    schoolYear?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.getPlan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        figures: {
                            belowStandard: number;
                            classes: {
                                classes: number;
                                ethnic: number;
                                female: number;
                                grade: number;
                                pupils: number;
                                twoSessions: number;
                            }[];
                            classrooms: number;
                            employees: number;
                            femaleStaff: number;
                            managers: number;
                            staff: {
                                periods: number;
                                present: number;
                                subjectCode: string;
                                wanted: number;
                            }[];
                            subjectRooms: number;
                            teachers: number;
                        };
                        findings: {
                            message: string;
                            place: string;
                            rule: string;
                            ruleName: string;
                            /** @enum {string} */
                            severity: "mustFix" | "warning";
                        }[];
                        may: ("edit" | "propose" | "approve" | "return" | "acknowledge" | "publish" | "amend")[];
                        plan: {
                            acknowledgedAt: string | null;
                            acknowledgementNote: string | null;
                            amendmentReason: string | null;
                            approvedAt: string | null;
                            basedOn: string | null;
                            calendar: {
                                /** Format: date */
                                lessonsFrom: string;
                                /** Format: date */
                                lessonsTo: string;
                                /** Format: date */
                                semester1To: string;
                                /** Format: date */
                                semester2From: string;
                            };
                            councilMinute: string | null;
                            draftedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            managedBy: string | null;
                            proposedAt: string | null;
                            publishedAt: string | null;
                            returnedNote: string | null;
                            revision: number;
                            schoolYear: string;
                            /** @enum {string} */
                            state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                            unitCode: string;
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                            version: number;
                            warningsReason: string | null;
                        };
                        readByMe: boolean;
                        readings: {
                            people: number;
                            read: number;
                            role: string;
                        }[];
                        rows: {
                            activities: {
                                /** Format: date */
                                endsOn: string;
                                grades: unknown;
                                /** Format: uuid */
                                id: string;
                                lead: unknown;
                                place: unknown;
                                /** Format: date */
                                startsOn: string;
                                title: string;
                                topics: unknown;
                            }[];
                            dayLoads: {
                                grade: number;
                                /** @enum {string} */
                                half: "morning" | "afternoon";
                                /** Format: uuid */
                                id: string;
                                programme: number;
                                support: number;
                                weekday: number;
                            }[];
                            integratedTopics: {
                                grade: number;
                                /** Format: uuid */
                                id: string;
                                periods: number;
                                subjectCode: string;
                                topic: string;
                            }[];
                            periods: {
                                classId: string | null;
                                grade: number;
                                /** Format: uuid */
                                id: string;
                                semester1: number;
                                semester2: number;
                                subjectCode: string;
                            }[];
                            secondSession: {
                                /** @enum {string} */
                                content: "tutoring" | "gifted" | "examReview" | "research" | "career" | "experience" | "stem" | "reading" | "lifeSkills" | "finance" | "traffic" | "digital" | "ai" | "languages" | "arts" | "sports";
                                /** @enum {string} */
                                funding: "stateBudget" | "otherLegal" | "pupilFee";
                                grade: number;
                                groupSize: number;
                                /** Format: uuid */
                                id: string;
                                periodsPerWeek: number;
                                subjectCode: string | null;
                            }[];
                            sections: {
                                body: string;
                                /** Format: uuid */
                                id: string;
                                title: string;
                            }[];
                            targets: {
                                grade: number | null;
                                /** Format: uuid */
                                id: string;
                                label: string;
                                unit: string;
                                value: number;
                            }[];
                        };
                        subjects: {
                            code: string;
                            name: string;
                            shortName: string;
                        }[];
                        teams: {
                            activities: number;
                            /** Format: uuid */
                            id: string;
                            lessons: number;
                            name: string;
                            note: string | null;
                            /** @enum {string} */
                            state: "draft" | "proposed" | "returned" | "accepted";
                            tests: number;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.updateCalendar": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    lessonsFrom: string;
                    /** Format: date */
                    lessonsTo: string;
                    /** Format: date */
                    semester1To: string;
                    /** Format: date */
                    semester2From: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.acknowledgePlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.amendPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    minute: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.approvePlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    warningsReason?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.comparePlan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        before: number | null;
                        parts: {
                            differences: {
                                after: string | null;
                                before: string | null;
                                /** @enum {string} */
                                what: "added" | "removed" | "changed";
                            }[];
                            part: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.downloadPlan": {
        parameters: {
            query: {
                kind: "docx" | "pdf" | "xlsx" | "annex1" | "annex2" | "annex3" | "annex4";
                staffId?: string;
                teamId?: string;
            };
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.proposePlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.publishPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.confirmReading": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.returnPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.saveRows": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    part: "sections";
                    rows: {
                        body: string;
                        /** Format: uuid */
                        id?: string;
                        title: string;
                    }[];
                    version: number;
                } | {
                    /** @constant */
                    part: "targets";
                    rows: {
                        grade: number | null;
                        /** Format: uuid */
                        id?: string;
                        label: string;
                        unit: string;
                        value: number;
                    }[];
                    version: number;
                } | {
                    /** @constant */
                    part: "periods";
                    rows: {
                        classId: string | null;
                        grade: number;
                        /** Format: uuid */
                        id?: string;
                        semester1: number;
                        semester2: number;
                        subjectCode: string;
                    }[];
                    version: number;
                } | {
                    /** @constant */
                    part: "dayLoads";
                    rows: {
                        grade: number;
                        /** @enum {string} */
                        half: "morning" | "afternoon";
                        /** Format: uuid */
                        id?: string;
                        programme: number;
                        support: number;
                        weekday: number;
                    }[];
                    version: number;
                } | {
                    /** @constant */
                    part: "secondSession";
                    rows: {
                        /** @enum {string} */
                        content: "tutoring" | "gifted" | "examReview" | "research" | "career" | "experience" | "stem" | "reading" | "lifeSkills" | "finance" | "traffic" | "digital" | "ai" | "languages" | "arts" | "sports";
                        /** @enum {string} */
                        funding: "stateBudget" | "otherLegal" | "pupilFee";
                        grade: number;
                        groupSize: number;
                        /** Format: uuid */
                        id?: string;
                        periodsPerWeek: number;
                        subjectCode: string | null;
                    }[];
                    version: number;
                } | {
                    /** @constant */
                    part: "activities";
                    rows: {
                        /** Format: date */
                        endsOn: string;
                        grades: string | null;
                        /** Format: uuid */
                        id?: string;
                        lead: string | null;
                        place: string | null;
                        /** Format: date */
                        startsOn: string;
                        title: string;
                        topics: string | null;
                    }[];
                    version: number;
                } | {
                    /** @constant */
                    part: "integratedTopics";
                    rows: {
                        grade: number;
                        /** Format: uuid */
                        id?: string;
                        periods: number;
                        subjectCode: string;
                        topic: string;
                    }[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "draft" | "proposed" | "approved" | "acknowledged" | "published" | "superseded";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.getTeacherPlan": {
        parameters: {
            query?: {
                staffId?: string;
            };
            header?: never;
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mine: boolean;
                        rows: {
                            equipment: string | null;
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            lessonId: string;
                            periods: number;
                            place: string | null;
                            subjectCode: string;
                            title: string;
                            week: number;
                        }[];
                        staff: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        subjects: {
                            code: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.saveTeacherPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rows: {
                        equipment: string | null;
                        /** Format: uuid */
                        id: string;
                        place: string | null;
                        week: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        saved: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.drawTeacherPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.getTeamPlan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                planId: string;
                teamId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mayDecide: boolean;
                        mayEdit: boolean;
                        mayPropose: boolean;
                        note: string | null;
                        rows: {
                            lessons: {
                                equipment: unknown;
                                grade: number;
                                /** Format: uuid */
                                id: string;
                                periods: number;
                                requirement: unknown;
                                room: unknown;
                                subjectCode: string;
                                title: string;
                                week: number;
                            }[];
                            teamActivities: {
                                conditions: unknown;
                                grade: number;
                                held: string;
                                /** Format: uuid */
                                id: string;
                                lead: unknown;
                                partners: unknown;
                                periods: number;
                                place: unknown;
                                requirement: unknown;
                                title: string;
                            }[];
                            tests: {
                                form: unknown;
                                grade: number;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "midterm1" | "final1" | "midterm2" | "final2";
                                minutes: number;
                                requirement: unknown;
                                subjectCode: string;
                                week: number;
                            }[];
                        };
                        /** @enum {string} */
                        state: "draft" | "proposed" | "returned" | "accepted";
                        subjects: {
                            code: string;
                            name: string;
                        }[];
                        sums: {
                            grade: number;
                            planned: number;
                            subjectCode: string;
                            tests: number;
                            written: number;
                        }[];
                        team: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.decideTeamPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "accept" | "return";
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.proposeTeamPlan": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.saveTeamRows": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                planId: string;
                teamId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    part: "lessons";
                    rows: {
                        equipment: string | null;
                        grade: number;
                        /** Format: uuid */
                        id?: string;
                        periods: number;
                        requirement: string | null;
                        room: string | null;
                        subjectCode: string;
                        title: string;
                        week: number;
                    }[];
                    version: number;
                } | {
                    /** @constant */
                    part: "tests";
                    rows: {
                        form: string | null;
                        grade: number;
                        /** Format: uuid */
                        id?: string;
                        /** @enum {string} */
                        kind: "midterm1" | "final1" | "midterm2" | "final2";
                        minutes: number;
                        requirement: string | null;
                        subjectCode: string;
                        week: number;
                    }[];
                    version: number;
                } | {
                    /** @constant */
                    part: "teamActivities";
                    rows: {
                        conditions: string | null;
                        grade: number;
                        held: string;
                        /** Format: uuid */
                        id?: string;
                        lead: string | null;
                        partners: string | null;
                        periods: number;
                        place: string | null;
                        requirement: string | null;
                        title: string;
                    }[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.getBoard": {
        parameters: {
            query?: {
                q?: string;
                rule?: string;
                schoolYear?: string;
                state?: "none" | "draft" | "proposed" | "approved" | "acknowledged" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            communeName: string | null;
                            mustFix: number;
                            onTime: boolean | null;
                            planId: string | null;
                            publishedOn: string | null;
                            revision: number | null;
                            /** @enum {string} */
                            state: "none" | "draft" | "proposed" | "approved" | "acknowledged" | "published";
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                            warnings: number;
                        }[];
                        publishBy: string | null;
                        rules: {
                            name: string;
                            rule: string;
                            schools: number;
                        }[];
                        states: {
                            schools: number;
                            state: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.exportBoard": {
        parameters: {
            query?: {
                q?: string;
                rule?: string;
                schoolYear?: string;
                state?: "none" | "draft" | "proposed" | "approved" | "acknowledged" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.getGuidance": {
        parameters: {
            query?: {
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        id: string | null;
                        publishBy: string | null;
                        publishedAt: string | null;
                        sections: {
                            body: string;
                            title: string;
                        }[];
                        title: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.saveGuidance": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    publishBy: string | null;
                    schoolYear?: string;
                    sections: {
                        body: string;
                        title: string;
                    }[];
                    title: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        id: string | null;
                        publishBy: string | null;
                        publishedAt: string | null;
                        sections: {
                            body: string;
                            title: string;
                        }[];
                        title: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.publishGuidance": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    schoolYear?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        id: string | null;
                        publishBy: string | null;
                        publishedAt: string | null;
                        sections: {
                            body: string;
                            title: string;
                        }[];
                        title: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.listMyClasses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            led: boolean;
                            name: string;
                            pupils: number;
                            results: boolean;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.getAttendance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classId: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        class: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        day: string;
                        may: string[];
                        most: number;
                        rows: {
                            absences: {
                                excused: boolean;
                                period: number;
                                reason: string | null;
                                session: 1 | 2;
                            }[];
                            absentSessions: number;
                            name: string;
                            /** Format: uuid */
                            pupilId: string;
                            rollNumber: number | null;
                        }[];
                        warnFrom: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.saveAttendance": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pupils: {
                        absences: {
                            excused: boolean;
                            period: number;
                            reason: string | null;
                            session: 1 | 2;
                        }[];
                        /** Format: uuid */
                        pupilId: string;
                        was?: {
                            excused: boolean;
                            period: number;
                            reason: string | null;
                            session: 1 | 2;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        saved: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.saveConduct": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
                semester: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rows: {
                        comment: string | null;
                        level: ("excellent" | "good" | "pass" | "fail") | null;
                        /** Format: uuid */
                        pupilId: string;
                        version: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        saved: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.getClassResults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        class: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        may: string[];
                        rows: {
                            absentSessions: number;
                            comment1: string | null;
                            comment2: string | null;
                            conductVersion: number;
                            name: string;
                            /** Format: uuid */
                            pupilId: string;
                            rollNumber: number | null;
                            semester1: {
                                conduct: ("excellent" | "good" | "pass" | "fail") | null;
                                level: ("excellent" | "good" | "pass" | "fail") | null;
                                reasons: string[];
                                values: {
                                    [key: string]: string;
                                };
                            };
                            semester2: {
                                conduct: ("excellent" | "good" | "pass" | "fail") | null;
                                level: ("excellent" | "good" | "pass" | "fail") | null;
                                reasons: string[];
                                values: {
                                    [key: string]: string;
                                };
                            };
                            year: {
                                afterSummer: ("promoted" | "retained") | null;
                                conduct: ("excellent" | "good" | "pass" | "fail") | null;
                                decision: ("promoted" | "retest" | "summerTraining" | "retained") | null;
                                honour: ("excellent" | "outstanding") | null;
                                level: ("excellent" | "good" | "pass" | "fail") | null;
                                reasons: string[];
                                retestSubjects: string[];
                                values: {
                                    [key: string]: string;
                                };
                            };
                        }[];
                        schoolYear: string;
                        subjects: {
                            code: string;
                            /** @enum {string} */
                            judged: "score" | "comment";
                            name: string;
                            shortName: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.downloadClassResults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.saveSummer": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    conduct: ("excellent" | "good" | "pass" | "fail") | null;
                    conductVersion: number;
                    /** Format: date */
                    heldOn: string;
                    retests: {
                        subjectCode: string;
                        value: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        afterSummer: ("promoted" | "retained") | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.listCorrections": {
        parameters: {
            query?: {
                state?: "asked" | "approved" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            askedAt: string;
                            askedBy: string | null;
                            /** Format: uuid */
                            classId: string;
                            className: string;
                            decidedAt: string | null;
                            decisionNote: string | null;
                            from: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            place: "regular1" | "regular2" | "regular3" | "regular4" | "regular5" | "regular6" | "regular7" | "regular8" | "midterm" | "final";
                            placeName: string;
                            pupilName: string;
                            reason: string;
                            semester: 1 | 2;
                            /** @enum {string} */
                            state: "asked" | "approved" | "refused";
                            subjectCode: string;
                            subjectName: string;
                            to: string;
                            version: number;
                        }[];
                        may: string[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.decideCorrection": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                correctionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "approved" | "refused";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.keepExemption": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                pupilId: string;
                subjectCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    basis: string;
                    kind: ("exempt" | "practice" | "reduced" | "iep") | null;
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kind: ("exempt" | "practice" | "reduced" | "iep") | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.getFigures": {
        parameters: {
            query: {
                by: "class" | "grade" | "school" | "commune";
                period: number;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            academic: number[];
                            computedAt: string;
                            conduct: number[];
                            decisions: number[];
                            honours: number[];
                            key: string;
                            name: string;
                            pupils: number;
                        }[];
                        may: string[];
                        schoolYear: string;
                        subjects: {
                            bands: number[];
                            code: string;
                            comments: number[];
                            /** @enum {string} */
                            judged: "score" | "comment";
                            mean: number | null;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.computeFigures": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pupils: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.listPhrases": {
        parameters: {
            query?: {
                subjectCode?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            subjectCode: string | null;
                            text: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.addPhrase": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subjectCode: string | null;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        subjectCode: string | null;
                        text: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.removePhrase": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                phraseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.listSheets": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
                semester?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        may: string[];
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        schoolYear: string;
                        semester: 1 | 2;
                        sheets: {
                            /** Format: uuid */
                            classId: string;
                            className: string;
                            filled: number;
                            grade: number;
                            mine: boolean;
                            missed: number;
                            pupils: number;
                            subjectCode: string;
                            subjectName: string;
                            teachers: string[];
                            wanted: number;
                        }[];
                        term: {
                            closesOn: string;
                            lockedAt: string | null;
                            note: string | null;
                            opensOn: string;
                            version: number;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.getSheet": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classId: string;
                semester: number;
                subjectCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        class: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        closedBecause: string | null;
                        columns: {
                            form: ("oral" | "written" | "presentation" | "practice" | "experiment" | "product" | "project" | "online" | "topicCluster") | null;
                            heldOn: string | null;
                            name: string;
                            /** @enum {string} */
                            place: "regular1" | "regular2" | "regular3" | "regular4" | "regular5" | "regular6" | "regular7" | "regular8" | "midterm" | "final";
                            strand: string;
                            title: string | null;
                            version: number;
                        }[];
                        may: string[];
                        rows: {
                            cells: {
                                [key: string]: string;
                            };
                            exemption: ("exempt" | "practice" | "reduced" | "iep") | null;
                            name: string;
                            /** Format: uuid */
                            pupilId: string;
                            rollNumber: number | null;
                        }[];
                        schoolYear: string;
                        semester: 1 | 2;
                        subject: {
                            code: string;
                            /** @enum {string} */
                            judged: "score" | "comment";
                            name: string;
                            strands: {
                                code: string;
                                name: string;
                            }[];
                        };
                        teachers: string[];
                        term: {
                            closesOn: string;
                            lockedAt: string | null;
                            note: string | null;
                            opensOn: string;
                            version: number;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.saveCells": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
                semester: number;
                subjectCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cells: {
                        place: ("regular1" | "regular2" | "regular3" | "regular4" | "regular5" | "regular6" | "regular7" | "regular8" | "midterm" | "final") | "comment";
                        /** Format: uuid */
                        pupilId: string;
                        value: string;
                        was: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        saved: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.keepAssessment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
                place: "regular1" | "regular2" | "regular3" | "regular4" | "regular5" | "regular6" | "regular7" | "regular8" | "midterm" | "final";
                semester: number;
                subjectCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    form: "oral" | "written" | "presentation" | "practice" | "experiment" | "product" | "project" | "online" | "topicCluster";
                    heldOn: string | null;
                    strand: string;
                    title: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.askCorrection": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
                semester: number;
                subjectCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    place: "regular1" | "regular2" | "regular3" | "regular4" | "regular5" | "regular6" | "regular7" | "regular8" | "midterm" | "final";
                    /** Format: uuid */
                    pupilId: string;
                    reason: string;
                    value: string;
                    was: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.getCellHistory": {
        parameters: {
            query: {
                place: ("regular1" | "regular2" | "regular3" | "regular4" | "regular5" | "regular6" | "regular7" | "regular8" | "midterm" | "final") | "comment";
                pupilId: string;
            };
            header?: never;
            path: {
                classId: string;
                semester: number;
                subjectCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            after: string;
                            at: string;
                            before: string;
                            by: string | null;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.downloadSheet": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classId: string;
                semester: number;
                subjectCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.readSheet": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
                semester: number;
                subjectCode: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pupils: number;
                        saved: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.lockTerm": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                semester: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closesOn: string;
                        lockedAt: string | null;
                        note: string | null;
                        opensOn: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.remindTeachers": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                semester: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        told: number;
                        unreached: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.unlockTerm": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                semester: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closesOn: string;
                        lockedAt: string | null;
                        note: string | null;
                        opensOn: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "gradebook.setTermWindow": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                semester: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    closesOn: string;
                    /** Format: date */
                    opensOn: string;
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        closesOn: string;
                        lockedAt: string | null;
                        note: string | null;
                        opensOn: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            language: "vi" | "en";
                            name: string;
                            username: string;
                        };
                        mustChangePassword: boolean;
                        oidcLinked: boolean;
                        permissions: string[];
                        role: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "departmentLeader" | "divisionHead" | "specialist" | "communeLeader" | "communeOfficer" | "principal" | "vicePrincipal" | "clerk" | "teamLead" | "teacher" | "homeroomTeacher" | "pupil" | "guardian" | "systemAdmin";
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                        } | null;
                        roles: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "departmentLeader" | "divisionHead" | "specialist" | "communeLeader" | "communeOfficer" | "principal" | "vicePrincipal" | "clerk" | "teamLead" | "teacher" | "homeroomTeacher" | "pupil" | "guardian" | "systemAdmin";
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                        }[];
                        schoolYear: {
                            /** Format: date */
                            endsOn: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date */
                            startsOn: string;
                        } | null;
                        secondFactorDue: boolean;
                        secondFactorOn: boolean;
                        /** Format: date */
                        today: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.linkOidc": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.unlinkOidc": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.changePassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currentPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.getProfile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string;
                        email: string | null;
                        /** @enum {string} */
                        language: "vi" | "en";
                        mailNotices: boolean;
                        phone: string | null;
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.updateProfile": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email?: string | null;
                    /** @enum {string} */
                    language?: "vi" | "en";
                    mailNotices?: boolean;
                    phone?: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        displayName: string;
                        email: string | null;
                        /** @enum {string} */
                        language: "vi" | "en";
                        mailNotices: boolean;
                        phone: string | null;
                        username: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.switchRole": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    roleId: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.beginTotp": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        qrCode: string;
                        secret: string;
                        uri: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.confirmTotp": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.removeTotp": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.listSessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            createdAt: string;
                            current: boolean;
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            ip: string | null;
                            userAgent: string | null;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.endSession": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.answerByCode": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: string | number | string[];
                    };
                    basedOn: number;
                    /** @enum {string} */
                    by: "pupil" | "guardian";
                    code: string;
                    /** Format: uuid */
                    sendingId: string;
                    /** Format: uuid */
                    surveyId: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.openByCode": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        holder: "pupil" | "guardian";
                        pupil: {
                            className: string;
                            name: string;
                            schoolName: string;
                        };
                        survey: {
                            answered: {
                                answers: {
                                    [key: string]: string | number | string[];
                                };
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                by: "pupil" | "guardian";
                                version: number;
                            } | null;
                            /** Format: date-time */
                            closesAt: string;
                            /** Format: date-time */
                            opensAt: string;
                            questions: {
                                grades?: number[];
                                help?: string;
                                id: string;
                                max?: number;
                                /** @enum {string} */
                                meaning?: "reinforce" | "gifted" | "revision" | "club" | "language" | "stem" | "sport" | "lunch" | "boarding" | "transport";
                                min?: number;
                                options?: {
                                    label: string;
                                    value: string;
                                }[];
                                required: boolean;
                                title: string;
                                /** @enum {string} */
                                type: "single" | "multi" | "scale" | "number" | "text";
                            }[];
                            /** @enum {string} */
                            state: "waiting" | "open" | "closed";
                            /** Format: uuid */
                            surveyId: string;
                            title: string;
                        } | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.listCandidates": {
        parameters: {
            query: {
                grade: number;
                kind: "belowRequirement" | "chosenGifted";
                subjectCode: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        grades: number[];
                        items: {
                            asked: boolean;
                            basis: string | null;
                            /** Format: uuid */
                            classId: string;
                            className: string;
                            name: string;
                            /** Format: uuid */
                            pupilId: string;
                        }[];
                        subjects: {
                            code: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.recordEntitlements": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "belowRequirement" | "chosenGifted";
                    pupils: {
                        basis: string;
                        /** Format: uuid */
                        pupilId: string;
                    }[];
                    subjectCode: string;
                    withdrawn: string[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recorded: number;
                        withdrawn: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.listForms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            own: boolean;
                            ownerName: string;
                            questions: number;
                            /** Format: date-time */
                            savedAt: string;
                            title: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.createForm": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    copyOf?: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.getForm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                formId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        own: boolean;
                        ownerName: string;
                        questions: {
                            grades?: number[];
                            help?: string;
                            id: string;
                            max?: number;
                            /** @enum {string} */
                            meaning?: "reinforce" | "gifted" | "revision" | "club" | "language" | "stem" | "sport" | "lunch" | "boarding" | "transport";
                            min?: number;
                            options?: {
                                label: string;
                                value: string;
                            }[];
                            required: boolean;
                            title: string;
                            /** @enum {string} */
                            type: "single" | "multi" | "scale" | "number" | "text";
                        }[];
                        /** Format: date-time */
                        savedAt: string;
                        title: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.saveForm": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                formId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    questions: {
                        grades?: number[];
                        help?: string;
                        id: string;
                        max?: number;
                        /** @enum {string} */
                        meaning?: "reinforce" | "gifted" | "revision" | "club" | "language" | "stem" | "sport" | "lunch" | "boarding" | "transport";
                        min?: number;
                        options?: {
                            label: string;
                            value: string;
                        }[];
                        required: boolean;
                        title: string;
                        /** @enum {string} */
                        type: "single" | "multi" | "scale" | "number" | "text";
                    }[];
                    title: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.retireForm": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                formId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.listGroups": {
        parameters: {
            query?: {
                schoolYearId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            byDecision: number;
                            confirmedAt: string | null;
                            grade: number | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "remedial" | "gifted" | "finalYearReview" | "club" | "language" | "stem" | "sport";
                            name: string;
                            periodsPerWeek: number;
                            pupils: number;
                            received: number;
                            requested: number;
                            sizeLimit: number;
                            /** @enum {string} */
                            state: "proposed" | "confirmed";
                            subjectCode: string | null;
                            subjectName: string | null;
                            teacherId: string | null;
                            teacherName: string | null;
                            version: number;
                        }[];
                        may: string[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.exportGroups": {
        parameters: {
            query?: {
                schoolYearId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.getGroup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        byDecision: number;
                        confirmedAt: string | null;
                        grade: number | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "remedial" | "gifted" | "finalYearReview" | "club" | "language" | "stem" | "sport";
                        may: string[];
                        members: {
                            className: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            name: string;
                            /** Format: uuid */
                            pupilId: string;
                            /** @enum {string} */
                            reason: "belowRequirement" | "chosenGifted" | "finalYearVolunteer" | "wish" | "decision";
                            reasonText: string;
                            receivedOn: string | null;
                            requestedOn: string | null;
                            requestNumber: string | null;
                            withdrawn: boolean;
                        }[];
                        mostPeriods: number;
                        name: string;
                        periodsPerWeek: number;
                        pupils: number;
                        received: number;
                        requested: number;
                        sizeLimit: number;
                        /** @enum {string} */
                        state: "proposed" | "confirmed";
                        subjectCode: string | null;
                        subjectName: string | null;
                        teacherId: string | null;
                        teacherName: string | null;
                        tutoring: boolean;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.changeGroup": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    periodsPerWeek: number;
                    sizeLimit: number;
                    teacherId: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.deleteGroup": {
        parameters: {
            query: {
                version: number;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.confirmGroup": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.addByDecision": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: string;
                    /** Format: uuid */
                    pupilId: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        pupils: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.removeMember": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                groupId: string;
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.receiveRequests": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pupilIds: string[];
                    receivedOn: string | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.printRequests": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                groupId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.listMine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            pupil: {
                                className: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                schoolName: string;
                            };
                            survey: {
                                answered: {
                                    answers: {
                                        [key: string]: string | number | string[];
                                    };
                                    /** Format: date-time */
                                    at: string;
                                    /** @enum {string} */
                                    by: "pupil" | "guardian";
                                    version: number;
                                } | null;
                                /** Format: date-time */
                                closesAt: string;
                                /** Format: date-time */
                                opensAt: string;
                                questions: {
                                    grades?: number[];
                                    help?: string;
                                    id: string;
                                    max?: number;
                                    /** @enum {string} */
                                    meaning?: "reinforce" | "gifted" | "revision" | "club" | "language" | "stem" | "sport" | "lunch" | "boarding" | "transport";
                                    min?: number;
                                    options?: {
                                        label: string;
                                        value: string;
                                    }[];
                                    required: boolean;
                                    title: string;
                                    /** @enum {string} */
                                    type: "single" | "multi" | "scale" | "number" | "text";
                                }[];
                                /** @enum {string} */
                                state: "waiting" | "open" | "closed";
                                /** Format: uuid */
                                surveyId: string;
                                title: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.answerMine": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: {
                        [key: string]: string | number | string[];
                    };
                    basedOn: number;
                    /** Format: uuid */
                    pupilId: string;
                    /** Format: uuid */
                    sendingId: string;
                    /** Format: uuid */
                    surveyId: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.listSurveys": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                schoolYearId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            answered: number;
                            asked: number;
                            /** Format: date-time */
                            closesAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            opensAt: string;
                            /** @enum {string} */
                            state: "waiting" | "open" | "closed";
                            title: string;
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.openSurvey": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    classIds: string[];
                    /** Format: date-time */
                    closesAt: string;
                    /** Format: uuid */
                    formId: string;
                    /** Format: date-time */
                    opensAt: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        pupils: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.getSurvey": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answered: number;
                        asked: number;
                        classes: {
                            answered: number;
                            asked: number;
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        /** Format: date-time */
                        closesAt: string;
                        /** Format: uuid */
                        id: string;
                        may: string[];
                        /** Format: date-time */
                        opensAt: string;
                        questions: {
                            grades?: number[];
                            help?: string;
                            id: string;
                            max?: number;
                            /** @enum {string} */
                            meaning?: "reinforce" | "gifted" | "revision" | "club" | "language" | "stem" | "sport" | "lunch" | "boarding" | "transport";
                            min?: number;
                            options?: {
                                label: string;
                                value: string;
                            }[];
                            required: boolean;
                            title: string;
                            /** @enum {string} */
                            type: "single" | "multi" | "scale" | "number" | "text";
                        }[];
                        /** Format: uuid */
                        schoolYearId: string;
                        /** @enum {string} */
                        state: "waiting" | "open" | "closed";
                        title: string;
                        /** Format: uuid */
                        unitId: string;
                        unitName: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.changeSurvey": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    closesAt: string;
                    /** Format: date-time */
                    opensAt: string;
                    title: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.proposeGroups": {
        parameters: {
            query?: {
                size?: number;
            };
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            fingerprint: string;
                            grade: number | null;
                            joins: string | null;
                            key: string;
                            /** @enum {string} */
                            kind: "remedial" | "gifted" | "finalYearReview" | "club" | "language" | "stem" | "sport";
                            members: {
                                className: string;
                                name: string;
                                /** Format: uuid */
                                pupilId: string;
                                /** @enum {string} */
                                reason: "belowRequirement" | "chosenGifted" | "finalYearVolunteer" | "wish" | "decision";
                                reasonText: string;
                            }[];
                            name: string;
                            subjectCode: string | null;
                            subjectName: string | null;
                        }[];
                        leftOut: {
                            grade: number;
                            /** @enum {string} */
                            kind: "remedial" | "gifted" | "finalYearReview" | "club" | "language" | "stem" | "sport";
                            pupils: {
                                className: string;
                                name: string;
                                /** Format: uuid */
                                pupilId: string;
                            }[];
                            subjectCode: string;
                            subjectName: string;
                            /** @enum {string} */
                            why: "notEntitled" | "notAsked";
                        }[];
                        placed: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.createGroups": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groups: {
                        fingerprint: string;
                        key: string;
                    }[];
                    size: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: number;
                        pupils: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.getResults": {
        parameters: {
            query?: {
                by?: "grade" | "class" | "area";
            };
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answered: number;
                        asked: number;
                        parts: {
                            answered: number;
                            asked: number;
                            key: string;
                            name: string;
                        }[];
                        questions: {
                            answered: number;
                            id: string;
                            mean: number | null;
                            meaning: string | null;
                            options: {
                                byPart: (number | null)[];
                                count: number;
                                label: string;
                                value: string;
                            }[];
                            title: string;
                            type: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.exportResults": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.listUnanswered": {
        parameters: {
            query?: {
                classId?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        items: {
                            className: string;
                            name: string;
                            /** Format: uuid */
                            pupilId: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "needsSurvey.exportUnanswered": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                surveyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.listClasses": {
        parameters: {
            query?: {
                schoolYearId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            disabled: number | null;
                            female: number;
                            grade: number;
                            homeroomLeft: boolean;
                            homeroomName: string | null;
                            homeroomStaffId: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "ordinary" | "inclusive" | "specialised" | "boarding";
                            limit: {
                                pupils: number;
                                rule: string;
                                source: string;
                            };
                            minority: number;
                            name: string;
                            pupils: number;
                            roomId: string | null;
                            roomName: string | null;
                            siteId: string | null;
                            siteName: string | null;
                            specialisedSubject: string | null;
                            twoSessions: boolean;
                            version: number;
                            warnings: {
                                /** @enum {string} */
                                code: "noHomeroom" | "tooLarge" | "tooManyDisabled" | "notInclusive" | "roomTooSmall" | "wrongLevel";
                                message: string;
                                rule: string;
                            }[];
                        }[];
                        may: string[];
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            schoolKind: string | null;
                            teachesLower: boolean;
                            teachesUpper: boolean;
                        };
                        totals: {
                            classes: number;
                            female: number;
                            minority: number;
                            pupils: number;
                        };
                        year: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.createClass": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    grade: number;
                    homeroomStaffId: string | null;
                    /** @enum {string} */
                    kind: "ordinary" | "inclusive" | "specialised" | "boarding";
                    name: string;
                    roomId: string | null;
                    /** Format: uuid */
                    schoolYearId?: string;
                    siteId: string | null;
                    specialisedSubject: string | null;
                    twoSessions: boolean;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.exportClasses": {
        parameters: {
            query?: {
                schoolYearId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.updateClass": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    grade: number;
                    homeroomStaffId: string | null;
                    /** @enum {string} */
                    kind: "ordinary" | "inclusive" | "specialised" | "boarding";
                    name: string;
                    roomId: string | null;
                    siteId: string | null;
                    specialisedSubject: string | null;
                    twoSessions: boolean;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.deleteClass": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.getEnrolmentFigures": {
        parameters: {
            query: {
                by: "class" | "school" | "commune";
                schoolYearId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            atStart: number;
                            droppedOut: number;
                            /** Format: uuid */
                            id: string;
                            kept: number;
                            name: string;
                            now: number;
                            returned: number;
                            transferredIn: number;
                            transferredOut: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.getImportTemplate": {
        parameters: {
            query?: {
                schoolYearId?: string;
            };
            header?: never;
            path: {
                kind: "pupils" | "staff" | "classes" | "assignments";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.listImports": {
        parameters: {
            query?: {
                schoolYearId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            acceptedAt: string | null;
                            counts: {
                                changed: number;
                                leftOut: number;
                                new: number;
                                unchanged: number;
                            } | null;
                            fileName: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "pupils" | "staff" | "classes" | "assignments";
                            madeAt: string;
                            madeByName: string | null;
                            /** @enum {string} */
                            state: "preview" | "accepted";
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.startImport": {
        parameters: {
            query: {
                kind: "pupils" | "staff" | "classes" | "assignments";
                schoolYearId?: string;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.previewImport": {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                show?: "all" | "faulty" | "warned" | "new" | "changed" | "skipped";
            };
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            field: string | null;
                            heading: string;
                            letters: string;
                            sample: string;
                        }[];
                        converted: ("tcvn3" | "vni") | null;
                        counts: {
                            changed: number;
                            faulty: number;
                            mustFix: number;
                            new: number;
                            skipped: number;
                            unchanged: number;
                            warnings: number;
                        };
                        done: {
                            changed: number;
                            leftOut: number;
                            new: number;
                            unchanged: number;
                        } | null;
                        fields: {
                            field: string;
                            required: boolean;
                            title: string;
                        }[];
                        fileName: string;
                        fingerprint: string;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "pupils" | "staff" | "classes" | "assignments";
                        missingColumns: string[];
                        proposals: {
                            code: string;
                            count: number;
                            example: {
                                cell: string;
                                proposal: string;
                            };
                        }[];
                        rows: {
                            cells: string[];
                            changes: {
                                after: string;
                                before: string | null;
                                title: string;
                            }[];
                            findings: {
                                cell: string;
                                code: string;
                                column: number | null;
                                edits: {
                                    column: number;
                                    text: string;
                                }[];
                                field: string;
                                message: string;
                                proposal: string | null;
                                remedy: string;
                                /** @enum {string} */
                                severity: "must" | "warn";
                            }[];
                            known: string | null;
                            line: number;
                            /** @enum {string} */
                            state: "new" | "changed" | "unchanged" | "faulty" | "skipped";
                        }[];
                        schoolYear: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        sheetName: string;
                        /** @enum {string} */
                        state: "preview" | "accepted" | "discarded";
                        total: number;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.discardImport": {
        parameters: {
            query: {
                version: number;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.acceptImport": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fingerprint: string;
                    leaveOutFaulty: boolean;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        leftOut: number;
                        new: number;
                        unchanged: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.mapImportColumns": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fields: (string | null)[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.acceptImportProposals": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.editImport": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    cells?: {
                        column: number;
                        line: number;
                        text: string;
                    }[];
                    /** @default [] */
                    rows?: {
                        line: number;
                        skipped: boolean;
                    }[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.downloadImport": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.deletePosting": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                postingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.findPupils": {
        parameters: {
            query: {
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            birthDate: string;
                            className: string | null;
                            fullName: string;
                            /** Format: uuid */
                            id: string;
                            sectorCode: string | null;
                            /** @enum {string} */
                            status: "learning" | "away" | "graduated" | "left";
                            unitName: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.listPupils": {
        parameters: {
            query?: {
                classId?: string;
                cursor?: string;
                grade?: number;
                limit?: number;
                q?: string;
                schoolYearId?: string;
                status?: "learning" | "away" | "graduated" | "left" | "unplaced";
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            pupils: number;
                        }[];
                        items: {
                            /** Format: date */
                            birthDate: string;
                            classId: string | null;
                            className: string | null;
                            communeName: string | null;
                            fullName: string;
                            grade: number | null;
                            guardianName: string | null;
                            guardianPhone: string | null;
                            /** Format: uuid */
                            id: string;
                            rollNumber: number | null;
                            sectorCode: string | null;
                            /** @enum {string} */
                            sex: "female" | "male";
                            /** @enum {string} */
                            status: "learning" | "away" | "graduated" | "left";
                            village: string | null;
                        }[];
                        nextCursor: string | null;
                        total: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.createPupil": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    birthDate: string;
                    classId: string | null;
                    communeId: string | null;
                    /** @default null */
                    ethnicGroup?: string | null;
                    fullName: string;
                    guardians: {
                        fullName: string;
                        /** Format: uuid */
                        id?: string;
                        occupation: string | null;
                        phone: string | null;
                        /** @enum {string} */
                        relation: "father" | "mother" | "grandparent" | "sibling" | "relative" | "guardian";
                    }[];
                    /** @default null */
                    identityNumber?: string | null;
                    /** Format: date */
                    on: string;
                    phone: string | null;
                    sectorCode: string | null;
                    /** @enum {string} */
                    sex: "female" | "male";
                    village: string | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.exportPupils": {
        parameters: {
            query?: {
                classId?: string;
                grade?: number;
                q?: string;
                schoolYearId?: string;
                status?: "learning" | "away" | "graduated" | "left" | "unplaced";
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.getPupil": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        enrolments: {
                            className: string;
                            endedAs: ("classChanged" | "transferred" | "droppedOut" | "completed" | "cancelled") | null;
                            endsOn: string | null;
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            repeating: boolean;
                            schoolYear: string;
                            /** Format: date */
                            startsOn: string;
                            unitName: string;
                        }[];
                        guardians: {
                            fullName: string;
                            /** Format: uuid */
                            id: string;
                            occupation: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            relation: "father" | "mother" | "grandparent" | "sibling" | "relative" | "guardian";
                        }[];
                        may: string[];
                        movements: {
                            fromClass: string | null;
                            /** Format: date */
                            happenedOn: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "enrolled" | "classChanged" | "transferredOut" | "transferredIn" | "droppedOut" | "returned" | "promoted" | "repeated" | "graduated" | "leftProvince";
                            otherUnitName: string | null;
                            reason: string | null;
                            recordedAt: string;
                            recordedBy: string | null;
                            schoolYear: string;
                            toClass: string | null;
                            unitName: string;
                        }[];
                        moves: ("enrolled" | "classChanged" | "droppedOut" | "returned" | "leftProvince")[];
                        pupil: {
                            /** Format: date */
                            birthDate: string;
                            classId: string | null;
                            className: string | null;
                            classYearId: string | null;
                            communeId: string | null;
                            communeName: string | null;
                            enrolledOn: string | null;
                            fullName: string;
                            grade: number | null;
                            /** Format: uuid */
                            id: string;
                            openTransferId: string | null;
                            phone: string | null;
                            sectorCode: string | null;
                            /** @enum {string} */
                            sex: "female" | "male";
                            /** @enum {string} */
                            status: "learning" | "away" | "graduated" | "left";
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                            version: number;
                            village: string | null;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.updatePupil": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    birthDate: string;
                    communeId: string | null;
                    fullName: string;
                    guardians: {
                        fullName: string;
                        /** Format: uuid */
                        id?: string;
                        occupation: string | null;
                        phone: string | null;
                        /** @enum {string} */
                        relation: "father" | "mother" | "grandparent" | "sibling" | "relative" | "guardian";
                    }[];
                    phone: string | null;
                    sectorCode: string | null;
                    /** @enum {string} */
                    sex: "female" | "male";
                    version: number;
                    village: string | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.recordMovement": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    classId?: string | null;
                    /** @enum {string} */
                    kind: "enrolled" | "classChanged" | "droppedOut" | "returned" | "leftProvince";
                    /** Format: date */
                    on: string;
                    /** @default null */
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "learning" | "away" | "graduated" | "left";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.getPupilPrivate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string | null;
                        birthPlace: string | null;
                        circumstances: {
                            endsOn: string | null;
                            /** @enum {string} */
                            kind: "disability" | "poorHousehold" | "nearPoorHousehold" | "orphan" | "verySmallEthnicGroup" | "boarder" | "semiBoarder" | "policyFamily" | "illness" | "other";
                            note: string | null;
                            /** Format: date */
                            startsOn: string;
                        }[];
                        ethnicGroup: string | null;
                        identityNumber: string | null;
                        seesCircumstances: boolean;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.savePupilPrivate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string | null;
                    birthPlace: string | null;
                    circumstances: {
                        endsOn: string | null;
                        /** @enum {string} */
                        kind: "disability" | "poorHousehold" | "nearPoorHousehold" | "orphan" | "verySmallEthnicGroup" | "boarder" | "semiBoarder" | "policyFamily" | "illness" | "other";
                        note: string | null;
                        /** Format: date */
                        startsOn: string;
                    }[];
                    ethnicGroup: string | null;
                    identityNumber: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.previewRollOver": {
        parameters: {
            query?: {
                fromYear?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: {
                            grade: number;
                            isNew: boolean;
                            mostPupils: number;
                            name: string;
                            size: number;
                        }[];
                        counts: {
                            graduated: number;
                            left: number;
                            promoted: number;
                            repeated: number;
                            total: number;
                        };
                        done: {
                            doneAt: string;
                            /** Format: uuid */
                            id: string;
                            mayReverse: boolean;
                        } | null;
                        fingerprint: string;
                        fromYear: {
                            /** Format: date */
                            endsOn: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date */
                            startsOn: string;
                        };
                        may: string[];
                        /** Format: date */
                        mayExecuteFrom: string;
                        outside: {
                            away: number;
                            openTransfers: number;
                            unplaced: number;
                        };
                        problems: {
                            blocking: boolean;
                            className: string | null;
                            message: string;
                            pupilId: string | null;
                        }[];
                        steps: {
                            chosen: boolean;
                            fromClass: string;
                            fullName: string;
                            grade: number;
                            /** @enum {string} */
                            outcome: "promoted" | "repeated" | "graduated" | "left";
                            /** Format: uuid */
                            pupilId: string;
                            reason: string | null;
                            toClass: string | null;
                        }[];
                        toYear: {
                            /** Format: date */
                            endsOn: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** Format: date */
                            startsOn: string;
                        } | null;
                        unitName: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.executeRollOver": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fingerprint: string;
                    fromYear?: string;
                    toYear: string;
                    /** Format: uuid */
                    unitId?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: number;
                        /** Format: uuid */
                        id: string;
                        pupils: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.exportRollOver": {
        parameters: {
            query?: {
                fromYear?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.reverseRollOver": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                rollOverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.chooseOutcome": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromYear?: string;
                    outcome: ("promoted" | "repeated" | "graduated" | "left") | null;
                    /** @default null */
                    reason?: string | null;
                    /** @default null */
                    toClassName?: string | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.listRooms": {
        parameters: {
            query?: {
                schoolYearId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            capacity: number | null;
                            classNames: string[];
                            closedOn: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "classroom" | "laboratory" | "computerRoom" | "musicRoom" | "artRoom" | "technologyRoom" | "languageRoom" | "gym" | "playground" | "library" | "hall" | "other";
                            name: string;
                            siteId: string | null;
                            siteName: string | null;
                            solid: boolean;
                            version: number;
                        }[];
                        may: string[];
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            schoolKind: string | null;
                            teachesLower: boolean;
                            teachesUpper: boolean;
                        };
                        year: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.createRoom": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    capacity: number | null;
                    /** @enum {string} */
                    kind: "classroom" | "laboratory" | "computerRoom" | "musicRoom" | "artRoom" | "technologyRoom" | "languageRoom" | "gym" | "playground" | "library" | "hall" | "other";
                    name: string;
                    siteId: string | null;
                    solid: boolean;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.exportRooms": {
        parameters: {
            query?: {
                schoolYearId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.updateRoom": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                roomId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    capacity: number | null;
                    closed: boolean;
                    /** @enum {string} */
                    kind: "classroom" | "laboratory" | "computerRoom" | "musicRoom" | "artRoom" | "technologyRoom" | "languageRoom" | "gym" | "playground" | "library" | "hall" | "other";
                    name: string;
                    siteId: string | null;
                    solid: boolean;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.listSchoolFigures": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                schoolYearId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            classes: number;
                            classesByGrade: {
                                [key: string]: number;
                            };
                            classesByKind: {
                                [key: string]: number;
                            };
                            classesInTwoSessions: number;
                            classesWithoutHomeroom: number;
                            female: number;
                            femaleStaff: number;
                            largestClass: number;
                            minority: number;
                            minorityFemale: number;
                            name: string;
                            postedIn: number;
                            postedOut: number;
                            pupils: number;
                            pupilsByEthnicGroup: {
                                [key: string]: number;
                            };
                            pupilsByGrade: {
                                [key: string]: number;
                            };
                            rooms: number;
                            schoolKind: string | null;
                            staff: number;
                            staffByEmployment: {
                                [key: string]: number;
                            };
                            staffByPost: {
                                [key: string]: number;
                            };
                            staffWithoutAccount: number;
                            teachersBySubject: {
                                [key: string]: number;
                            };
                            /** Format: uuid */
                            unitId: string;
                        }[];
                        nextCursor: string | null;
                        year: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.exportSchoolFigures": {
        parameters: {
            query?: {
                q?: string;
                schoolYearId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.listSlipGroups": {
        parameters: {
            query?: {
                schoolYearId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            classId: string | null;
                            className: string | null;
                            guardianActivated: number;
                            guardianCodes: number;
                            people: number;
                            pupilActivated: number;
                            pupilCodes: number;
                            staffActivated: number;
                            staffCodes: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.printSlips": {
        parameters: {
            query?: {
                schoolYearId?: string;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    classId: string;
                    /** @enum {string} */
                    holder: "pupil" | "guardian";
                    replace: boolean;
                } | {
                    /** @constant */
                    holder: "staff";
                    replace: boolean;
                };
            };
        };
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.listStaff": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                post?: "principal" | "vicePrincipal" | "teacher" | "youthLeader" | "equipmentOfficer" | "librarian" | "clerk" | "accountant" | "nurse" | "counsellor" | "inclusiveSupport" | "boardingStaff" | "other";
                q?: string;
                schoolYearId?: string;
                state?: "present" | "withoutAccount" | "posted" | "left";
                subject?: string;
                teamId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            code: string | null;
                            /** @enum {string} */
                            employment: "tenured" | "contract" | "visiting";
                            fullName: string;
                            hasAccount: boolean;
                            homeroomOf: string[];
                            homeUnit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: uuid */
                            id: string;
                            leftOn: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            post: "principal" | "vicePrincipal" | "teacher" | "youthLeader" | "equipmentOfficer" | "librarian" | "clerk" | "accountant" | "nurse" | "counsellor" | "inclusiveSupport" | "boardingStaff" | "other";
                            /** @enum {string} */
                            qualification: "none" | "intermediate" | "college" | "bachelor" | "master" | "doctor";
                            /** @enum {string} */
                            sex: "female" | "male";
                            subjects: {
                                strand: string;
                                subjectCode: string;
                            }[];
                            team: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            warnings: {
                                /** @enum {string} */
                                code: "belowStandard" | "notTeacherTrained" | "noSubject" | "noAccount" | "noTeam";
                                message: string;
                                rule: string;
                            }[];
                        }[];
                        may: string[];
                        nextCursor: string | null;
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        total: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.createStaff": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    birthDate: string;
                    code: string | null;
                    email: string | null;
                    /** @enum {string} */
                    employment: "tenured" | "contract" | "visiting";
                    /** @default null */
                    ethnicGroup?: string | null;
                    fullName: string;
                    /** @default null */
                    identityNumber?: string | null;
                    infantUntil: string | null;
                    /** Format: date */
                    joinedOn: string;
                    onProbation: boolean;
                    phone: string | null;
                    /** @enum {string} */
                    post: "principal" | "vicePrincipal" | "teacher" | "youthLeader" | "equipmentOfficer" | "librarian" | "clerk" | "accountant" | "nurse" | "counsellor" | "inclusiveSupport" | "boardingStaff" | "other";
                    /** @enum {string} */
                    qualification: "none" | "intermediate" | "college" | "bachelor" | "master" | "doctor";
                    /** @enum {string} */
                    sex: "female" | "male";
                    subjects: {
                        /** @enum {string} */
                        basis: "trained" | "certified";
                        lowerLevel: boolean;
                        strand: string;
                        subjectCode: string;
                        upperLevel: boolean;
                    }[];
                    teacherTrained: boolean;
                    teamId: string | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        warnings: {
                            kind: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.exportStaff": {
        parameters: {
            query?: {
                post?: "principal" | "vicePrincipal" | "teacher" | "youthLeader" | "equipmentOfficer" | "librarian" | "clerk" | "accountant" | "nurse" | "counsellor" | "inclusiveSupport" | "boardingStaff" | "other";
                q?: string;
                schoolYearId?: string;
                state?: "present" | "withoutAccount" | "posted" | "left";
                subject?: string;
                teamId?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.getStaff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            /** Format: uuid */
                            id: string;
                            username: string;
                        } | null;
                        homerooms: {
                            className: string;
                            schoolYear: string;
                        }[];
                        may: string[];
                        member: {
                            code: string | null;
                            email: string | null;
                            /** @enum {string} */
                            employment: "tenured" | "contract" | "visiting";
                            fullName: string;
                            homeUnit: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: uuid */
                            id: string;
                            /** Format: date */
                            joinedOn: string;
                            leftOn: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            post: "principal" | "vicePrincipal" | "teacher" | "youthLeader" | "equipmentOfficer" | "librarian" | "clerk" | "accountant" | "nurse" | "counsellor" | "inclusiveSupport" | "boardingStaff" | "other";
                            /** @enum {string} */
                            qualification: "none" | "intermediate" | "college" | "bachelor" | "master" | "doctor";
                            /** @enum {string} */
                            sex: "female" | "male";
                            teacherTrained: boolean;
                            team: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            version: number;
                        };
                        personal: {
                            /** Format: date */
                            birthDate: string;
                            infantUntil: string | null;
                            onProbation: boolean;
                        } | null;
                        postings: {
                            decision: string;
                            /** Format: date */
                            endsOn: string;
                            host: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: uuid */
                            id: string;
                            periodsPerWeek: number;
                            schoolYear: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: date */
                            startsOn: string;
                            version: number;
                        }[];
                        subjects: {
                            /** @enum {string} */
                            basis: "trained" | "certified";
                            lowerLevel: boolean;
                            strand: string;
                            subjectCode: string;
                            upperLevel: boolean;
                        }[];
                        warnings: {
                            /** @enum {string} */
                            code: "belowStandard" | "notTeacherTrained" | "noSubject" | "noAccount" | "noTeam";
                            message: string;
                            rule: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.updateStaff": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    birthDate: string;
                    code: string | null;
                    email: string | null;
                    /** @enum {string} */
                    employment: "tenured" | "contract" | "visiting";
                    fullName: string;
                    infantUntil: string | null;
                    /** Format: date */
                    joinedOn: string;
                    onProbation: boolean;
                    phone: string | null;
                    /** @enum {string} */
                    post: "principal" | "vicePrincipal" | "teacher" | "youthLeader" | "equipmentOfficer" | "librarian" | "clerk" | "accountant" | "nurse" | "counsellor" | "inclusiveSupport" | "boardingStaff" | "other";
                    /** @enum {string} */
                    qualification: "none" | "intermediate" | "college" | "bachelor" | "master" | "doctor";
                    /** @enum {string} */
                    sex: "female" | "male";
                    subjects: {
                        /** @enum {string} */
                        basis: "trained" | "certified";
                        lowerLevel: boolean;
                        strand: string;
                        subjectCode: string;
                        upperLevel: boolean;
                    }[];
                    teacherTrained: boolean;
                    teamId: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.linkStaffAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.setStaffLeft": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    on: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classesWithoutHomeroom: string[];
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.createStaffAccount": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "vicePrincipal" | "clerk" | "teamLead" | "homeroomTeacher" | "teacher";
                    username: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        oneTimePassword: string;
                        username: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.createPosting": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    decision: string;
                    /** Format: date */
                    endsOn: string;
                    periodsPerWeek: number;
                    /** Format: uuid */
                    schoolYearId?: string;
                    /** Format: date */
                    startsOn: string;
                    /** Format: uuid */
                    unitId: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.getStaffPrivate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ethnicGroup: string | null;
                        identityNumber: string | null;
                        version: number;
                        warnings: {
                            kind: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.saveStaffPrivate": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                staffId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ethnicGroup: string | null;
                    identityNumber: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        warnings: {
                            kind: string;
                            message: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.listTransfers": {
        parameters: {
            query: {
                cursor?: string;
                direction: "in" | "out";
                limit?: number;
                state?: "asked" | "accepted" | "refused" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            askedAt: string;
                            decidedAt: string | null;
                            decisionNote: string | null;
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            pupilId: string;
                            pupilName: string;
                            reason: string;
                            /** @enum {string} */
                            state: "asked" | "accepted" | "refused" | "withdrawn";
                            /** Format: uuid */
                            toUnitId: string;
                            toUnitName: string;
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                        open: {
                            in: number;
                            out: number;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.askTransfer": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    pupilId: string;
                    reason: string;
                    /** Format: uuid */
                    toUnitId: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        askedAt: string;
                        decidedAt: string | null;
                        decisionNote: string | null;
                        grade: number;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        pupilId: string;
                        pupilName: string;
                        reason: string;
                        /** @enum {string} */
                        state: "asked" | "accepted" | "refused" | "withdrawn";
                        /** Format: uuid */
                        toUnitId: string;
                        toUnitName: string;
                        /** Format: uuid */
                        unitId: string;
                        unitName: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.exportTransfers": {
        parameters: {
            query: {
                direction: "in" | "out";
                state?: "asked" | "accepted" | "refused" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.acceptTransfer": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    classId: string;
                    /** Format: date */
                    on: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        pupilId: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.refuseTransfer": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "people.withdrawTransfer": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getAgencySetting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        abbreviation: string;
                        place: string;
                        set: boolean;
                        superior: string | null;
                        unit: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        };
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateAgencySetting": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    abbreviation: string;
                    place: string;
                    /** @default null */
                    superior?: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        abbreviation: string;
                        place: string;
                        set: boolean;
                        superior: string | null;
                        unit: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        };
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listApprovals": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            difficulty: number;
                            extension: number;
                            question: number;
                            submitted: number;
                        };
                        items: {
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            acknowledged: boolean;
                            blocked: boolean;
                            code: string;
                            /** Format: date */
                            dueOn: string;
                            /** Format: uuid */
                            dutyId: string;
                            evidenceKind: string;
                            extension: {
                                /** Format: date */
                                askedDueOn: string;
                                /** Format: uuid */
                                id: string;
                                reason: string;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            parts: {
                                accepted: number;
                                total: number;
                            };
                            question: boolean;
                            role: string;
                            /** @enum {string} */
                            shown: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable" | "overdue";
                            /** Format: date */
                            startsOn: string;
                            /** @enum {string} */
                            state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                            /** @enum {string} */
                            waiting: "submitted" | "extension" | "question";
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getAssignment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aggregate: {
                            key: string;
                            label: string;
                            units: number;
                            value: number;
                        }[] | null;
                        assignment: {
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            acknowledged: boolean;
                            acknowledgedAt: string | null;
                            blocked: boolean;
                            code: string;
                            decidedAt: string | null;
                            /** Format: date */
                            dueOn: string;
                            /** Format: uuid */
                            dutyId: string;
                            evidenceKind: string;
                            /** Format: uuid */
                            id: string;
                            parentId: string | null;
                            parts: {
                                accepted: number;
                                total: number;
                            };
                            question: boolean;
                            role: string;
                            /** @enum {string} */
                            shown: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable" | "overdue";
                            /** Format: date */
                            startsOn: string;
                            /** @enum {string} */
                            state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                            stateNote: string | null;
                            submittedAt: string | null;
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        };
                        difficulties: {
                            answer: string | null;
                            body: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "open" | "answered" | "closed";
                            title: string;
                            version: number;
                        }[];
                        document: {
                            /** Format: uuid */
                            id: string;
                            signedOn: string | null;
                            title: string;
                        };
                        duty: {
                            body: string;
                            code: string;
                            definitionOfDone: string;
                            /** Format: date */
                            dueOn: string;
                            /** @enum {string} */
                            evidenceKind: "indicator" | "form" | "document" | "confirmation";
                            evidenceSpec: {
                                confirmRole?: string;
                                documentHint?: string;
                                fields?: {
                                    /** @enum {string} */
                                    aggregate: "sum" | "average" | "none";
                                    key: string;
                                    label: string;
                                    required: boolean;
                                    /** @enum {string} */
                                    type: "integer" | "decimal" | "text" | "date" | "boolean";
                                    unit?: string;
                                }[];
                                indicator?: string;
                                threshold?: number;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "duty" | "solution" | "calendarEntry";
                            /** @enum {string} */
                            level: "lowerSecondary" | "upperSecondary" | "both";
                            paragraphOrdinals: number[];
                            responsible: ("department" | "secondaryDivision" | "communePC" | "cultureSocialOffice" | "school" | "subjectTeam" | "cluster" | "teacher" | "homeroomTeacher" | "specialisedSchool" | "ethnicBoardingSchool" | "provincePC" | "guardian" | "vocationalInstitution" | "enterprise")[];
                            sectionPath: string[];
                            solutionIds: string[];
                            /** Format: date */
                            startsOn: string;
                            /** @enum {string} */
                            status: "active" | "withdrawn";
                            title: string;
                            version: number;
                        };
                        evidence: {
                            at: string;
                            attachment: {
                                bytes: number;
                                fileName: string;
                                /** Format: uuid */
                                id: string;
                                mediaType: string;
                                uploadedAt: string;
                            } | null;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            formValues: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "form" | "document" | "confirmation" | "indicator";
                            note: string | null;
                        }[];
                        extension: {
                            askedAt: string;
                            /** Format: date */
                            askedDueOn: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: uuid */
                            id: string;
                            reason: string;
                        } | null;
                        history: {
                            at: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            details: {
                                [key: string]: unknown;
                            } | null;
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            note: string | null;
                        }[];
                        indicator: {
                            computedAt: string | null;
                            denominator: number | null;
                            id: string;
                            name: string;
                            numerator: number | null;
                            source: string;
                            threshold: number;
                            value: number | null;
                        } | null;
                        may: string[];
                        officialDocuments: {
                            abstract: string;
                            /** Format: uuid */
                            id: string;
                            symbol: string | null;
                        }[];
                        parts: {
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            acknowledged: boolean;
                            blocked: boolean;
                            code: string;
                            /** Format: date */
                            dueOn: string;
                            /** Format: uuid */
                            dutyId: string;
                            evidenceKind: string;
                            /** Format: uuid */
                            id: string;
                            parts: {
                                accepted: number;
                                total: number;
                            };
                            question: boolean;
                            role: string;
                            /** @enum {string} */
                            shown: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable" | "overdue";
                            /** Format: date */
                            startsOn: string;
                            /** @enum {string} */
                            state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        }[];
                        solutions: {
                            body: string;
                            code: string;
                            /** Format: uuid */
                            id: string;
                            title: string;
                        }[];
                        sources: {
                            body: string;
                            headingLevel: number | null;
                            /** @enum {string} */
                            kind: "heading" | "duty" | "solution" | "calendar" | "notDuty";
                            ordinal: number;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.answerQuestion": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.markBlocked": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        difficultyId: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.addComment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.giveConfirmation": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        attachment: {
                            bytes: number;
                            fileName: string;
                            /** Format: uuid */
                            id: string;
                            mediaType: string;
                            uploadedAt: string;
                        } | null;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        formValues: {
                            [key: string]: unknown;
                        } | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "form" | "document" | "confirmation" | "indicator";
                        note: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.giveDocumentEvidence": {
        parameters: {
            query?: {
                note?: string;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        attachment: {
                            bytes: number;
                            fileName: string;
                            /** Format: uuid */
                            id: string;
                            mediaType: string;
                            uploadedAt: string;
                        } | null;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        formValues: {
                            [key: string]: unknown;
                        } | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "form" | "document" | "confirmation" | "indicator";
                        note: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.giveFormEvidence": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    values: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        attachment: {
                            bytes: number;
                            fileName: string;
                            /** Format: uuid */
                            id: string;
                            mediaType: string;
                            uploadedAt: string;
                        } | null;
                        by: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        formValues: {
                            [key: string]: unknown;
                        } | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "form" | "document" | "confirmation" | "indicator";
                        note: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.askExtension": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    dueOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.markNotApplicable": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.askQuestion": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.reopenAssignment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.returnAssignment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.splitAssignment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    targets: {
                        /** @default null */
                        accountId?: string | null;
                        /** Format: date */
                        dueOn?: string;
                        role: string;
                        /** Format: uuid */
                        unitId: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        done: number;
                        parts: {
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            acknowledged: boolean;
                            blocked: boolean;
                            code: string;
                            /** Format: date */
                            dueOn: string;
                            /** Format: uuid */
                            dutyId: string;
                            evidenceKind: string;
                            /** Format: uuid */
                            id: string;
                            parts: {
                                accepted: number;
                                total: number;
                            };
                            question: boolean;
                            role: string;
                            /** @enum {string} */
                            shown: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable" | "overdue";
                            /** Format: date */
                            startsOn: string;
                            /** @enum {string} */
                            state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listSplitTargets": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            /** Format: uuid */
                            accountId: string;
                            name: string;
                            role: string;
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                        }[];
                        units: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                            role: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.startAssignment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.submitAssignment": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                assignmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.acceptAssignments": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    }[];
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        done: number;
                        skipped: {
                            /** Format: uuid */
                            id: string;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.acknowledgeAssignments": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        done: number;
                        skipped: {
                            /** Format: uuid */
                            id: string;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.downloadAttachment": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attachmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getBoard": {
        parameters: {
            query?: {
                columns?: "section" | "month" | "duty";
                dutyId?: string;
                level?: "lowerSecondary" | "upperSecondary" | "both";
                month?: string;
                rows?: "communes" | "schools" | "divisions" | "all";
                schoolYear?: string;
                section?: string;
                show?: "all" | "overdue" | "blocked";
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        choices: {
                            months: string[];
                            sections: {
                                key: string;
                                title: string;
                            }[];
                        };
                        columns: {
                            key: string;
                            label: string;
                            title: string;
                        }[];
                        document: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        rows: {
                            cells: ({
                                accepted: number;
                                blocked: number;
                                inProgress: number;
                                notApplicable: number;
                                notStarted: number;
                                overdue: number;
                                returned: number;
                                submitted: number;
                                total: number;
                            } | null)[];
                            total: {
                                accepted: number;
                                blocked: number;
                                inProgress: number;
                                notApplicable: number;
                                notStarted: number;
                                overdue: number;
                                returned: number;
                                submitted: number;
                                total: number;
                            };
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                        }[];
                        total: {
                            accepted: number;
                            blocked: number;
                            inProgress: number;
                            notApplicable: number;
                            notStarted: number;
                            overdue: number;
                            returned: number;
                            submitted: number;
                            total: number;
                        };
                        unit: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        } | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.exportBoard": {
        parameters: {
            query?: {
                columns?: "section" | "month" | "duty";
                dutyId?: string;
                level?: "lowerSecondary" | "upperSecondary" | "both";
                month?: string;
                rows?: "communes" | "schools" | "divisions" | "all";
                schoolYear?: string;
                section?: string;
                show?: "all" | "overdue" | "blocked";
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listBoardCell": {
        parameters: {
            query: {
                cursor?: string;
                dutyId?: string;
                level?: "lowerSecondary" | "upperSecondary" | "both";
                limit?: number;
                month?: string;
                rows?: "communes" | "schools" | "divisions" | "all";
                schoolYear?: string;
                section?: string;
                show?: "all" | "overdue" | "blocked";
                unitId: string;
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            blocked: boolean;
                            code: string;
                            /** Format: date */
                            dueOn: string;
                            /** Format: uuid */
                            id: string;
                            responsible: {
                                name: string;
                                phone: string | null;
                                role: string;
                                unit: string;
                            }[];
                            role: string;
                            /** @enum {string} */
                            shown: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable" | "overdue";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getCalendar": {
        parameters: {
            query?: {
                from?: string;
                schoolYear?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        months: {
                            entries: {
                                assignmentId: string | null;
                                code: string;
                                counts: {
                                    accepted: number;
                                    blocked: number;
                                    inProgress: number;
                                    notApplicable: number;
                                    notStarted: number;
                                    overdue: number;
                                    returned: number;
                                    submitted: number;
                                    total: number;
                                };
                                /** Format: date */
                                dueOn: string;
                                /** Format: uuid */
                                dutyId: string;
                                kind: string;
                                responsible: string[];
                                /** Format: date */
                                startsOn: string;
                                title: string;
                            }[];
                            month: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.makeFeedAddress": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listDifficulties": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                schoolYear?: string;
                state?: "open" | "answered" | "closed" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        items: {
                            addressedTo: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            answer: string | null;
                            answeredAt: string | null;
                            answeredBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            assignmentId: string | null;
                            body: string;
                            dutyTitle: string | null;
                            /** Format: uuid */
                            id: string;
                            may: string[];
                            raisedAt: string;
                            raisedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            state: "open" | "answered" | "closed";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getDifficulty": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                difficultyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        addressedTo: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        };
                        answer: string | null;
                        answeredAt: string | null;
                        answeredBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        } | null;
                        assignmentId: string | null;
                        body: string;
                        dutyTitle: string | null;
                        /** Format: uuid */
                        id: string;
                        may: string[];
                        raisedAt: string;
                        raisedBy: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        state: "open" | "answered" | "closed";
                        title: string;
                        unit: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        };
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.answerDifficulty": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                difficultyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.closeDifficulty": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                difficultyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listDocuments": {
        parameters: {
            query?: {
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: {
                            assignmentCount: number;
                            dutyCount: number;
                            /** Format: uuid */
                            id: string;
                            importedAt: string;
                            previousId: string | null;
                            publishedAt: string | null;
                            revision: number;
                            schoolYear: string;
                            signatoryName: string | null;
                            signedOn: string | null;
                            sourceName: string;
                            /** @enum {string} */
                            status: "draft" | "published" | "superseded" | "discarded";
                            title: string;
                            version: number;
                        }[];
                        otherYears: {
                            documents: number;
                            schoolYear: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.importDocument": {
        parameters: {
            query?: {
                inSchoolYear?: string;
                revisionOf?: string;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        alreadyImported: boolean;
                        /** Format: uuid */
                        documentId: string;
                        report: {
                            calendarEntries: number;
                            duties: number;
                            headings: number;
                            months: string[];
                            notDuty: number;
                            notes: {
                                code: string;
                                detail?: string;
                                message: string;
                            }[];
                            paragraphs: number;
                            problems: {
                                code: string;
                                detail?: string;
                                message: string;
                            }[];
                            solutions: number;
                            unaccounted: number;
                            units: string[];
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getDocument": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        document: {
                            assignmentCount: number;
                            dutyCount: number;
                            /** Format: uuid */
                            id: string;
                            importedAt: string;
                            previousId: string | null;
                            publishedAt: string | null;
                            revision: number;
                            schoolYear: string;
                            signatoryName: string | null;
                            signedOn: string | null;
                            sourceName: string;
                            /** @enum {string} */
                            status: "draft" | "published" | "superseded" | "discarded";
                            title: string;
                            version: number;
                        };
                        duties: {
                            body: string;
                            code: string;
                            definitionOfDone: string;
                            /** Format: date */
                            dueOn: string;
                            /** @enum {string} */
                            evidenceKind: "indicator" | "form" | "document" | "confirmation";
                            evidenceSpec: {
                                confirmRole?: string;
                                documentHint?: string;
                                fields?: {
                                    /** @enum {string} */
                                    aggregate: "sum" | "average" | "none";
                                    key: string;
                                    label: string;
                                    required: boolean;
                                    /** @enum {string} */
                                    type: "integer" | "decimal" | "text" | "date" | "boolean";
                                    unit?: string;
                                }[];
                                indicator?: string;
                                threshold?: number;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "duty" | "solution" | "calendarEntry";
                            /** @enum {string} */
                            level: "lowerSecondary" | "upperSecondary" | "both";
                            paragraphOrdinals: number[];
                            responsible: ("department" | "secondaryDivision" | "communePC" | "cultureSocialOffice" | "school" | "subjectTeam" | "cluster" | "teacher" | "homeroomTeacher" | "specialisedSchool" | "ethnicBoardingSchool" | "provincePC" | "guardian" | "vocationalInstitution" | "enterprise")[];
                            sectionPath: string[];
                            solutionIds: string[];
                            /** Format: date */
                            startsOn: string;
                            /** @enum {string} */
                            status: "active" | "withdrawn";
                            title: string;
                            version: number;
                        }[];
                        paragraphs: {
                            body: string;
                            headingLevel: number | null;
                            /** @enum {string} */
                            kind: "heading" | "duty" | "solution" | "calendar" | "notDuty";
                            ordinal: number;
                            reason: string | null;
                        }[];
                        report: {
                            calendarEntries: number;
                            duties: number;
                            headings: number;
                            months: string[];
                            notDuty: number;
                            notes: {
                                code: string;
                                detail?: string;
                                message: string;
                            }[];
                            paragraphs: number;
                            problems: {
                                code: string;
                                detail?: string;
                                message: string;
                            }[];
                            solutions: number;
                            unaccounted: number;
                            units: string[];
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    schoolYear?: string;
                    signatoryName?: string | null;
                    signedOn?: string | null;
                    title?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.compareDocument": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: {
                            code: string;
                            title: string;
                        }[];
                        changed: {
                            after: string;
                            assignments: number;
                            before: string;
                            code: string;
                            fields: string[];
                        }[];
                        kept: number;
                        previousId: string | null;
                        removed: {
                            assignments: number;
                            code: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.discardDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.addDuty": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "duty" | "solution" | "calendarEntry";
                    paragraphOrdinals: number[];
                    title: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        code: string;
                        definitionOfDone: string;
                        /** Format: date */
                        dueOn: string;
                        /** @enum {string} */
                        evidenceKind: "indicator" | "form" | "document" | "confirmation";
                        evidenceSpec: {
                            confirmRole?: string;
                            documentHint?: string;
                            fields?: {
                                /** @enum {string} */
                                aggregate: "sum" | "average" | "none";
                                key: string;
                                label: string;
                                required: boolean;
                                /** @enum {string} */
                                type: "integer" | "decimal" | "text" | "date" | "boolean";
                                unit?: string;
                            }[];
                            indicator?: string;
                            threshold?: number;
                        };
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "duty" | "solution" | "calendarEntry";
                        /** @enum {string} */
                        level: "lowerSecondary" | "upperSecondary" | "both";
                        paragraphOrdinals: number[];
                        responsible: ("department" | "secondaryDivision" | "communePC" | "cultureSocialOffice" | "school" | "subjectTeam" | "cluster" | "teacher" | "homeroomTeacher" | "specialisedSchool" | "ethnicBoardingSchool" | "provincePC" | "guardian" | "vocationalInstitution" | "enterprise")[];
                        sectionPath: string[];
                        solutionIds: string[];
                        /** Format: date */
                        startsOn: string;
                        /** @enum {string} */
                        status: "active" | "withdrawn";
                        title: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.mergeDuties": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dutyIds: string[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        code: string;
                        definitionOfDone: string;
                        /** Format: date */
                        dueOn: string;
                        /** @enum {string} */
                        evidenceKind: "indicator" | "form" | "document" | "confirmation";
                        evidenceSpec: {
                            confirmRole?: string;
                            documentHint?: string;
                            fields?: {
                                /** @enum {string} */
                                aggregate: "sum" | "average" | "none";
                                key: string;
                                label: string;
                                required: boolean;
                                /** @enum {string} */
                                type: "integer" | "decimal" | "text" | "date" | "boolean";
                                unit?: string;
                            }[];
                            indicator?: string;
                            threshold?: number;
                        };
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "duty" | "solution" | "calendarEntry";
                        /** @enum {string} */
                        level: "lowerSecondary" | "upperSecondary" | "both";
                        paragraphOrdinals: number[];
                        responsible: ("department" | "secondaryDivision" | "communePC" | "cultureSocialOffice" | "school" | "subjectTeam" | "cluster" | "teacher" | "homeroomTeacher" | "specialisedSchool" | "ethnicBoardingSchool" | "provincePC" | "guardian" | "vocationalInstitution" | "enterprise")[];
                        sectionPath: string[];
                        solutionIds: string[];
                        /** Format: date */
                        startsOn: string;
                        /** @enum {string} */
                        status: "active" | "withdrawn";
                        title: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.previewPublication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignments: number;
                        byTarget: {
                            assignments: number;
                            /** @enum {string} */
                            responsible: "department" | "secondaryDivision" | "communePC" | "cultureSocialOffice" | "school" | "subjectTeam" | "cluster" | "teacher" | "homeroomTeacher" | "specialisedSchool" | "ethnicBoardingSchool" | "provincePC" | "guardian" | "vocationalInstitution" | "enterprise";
                            units: number;
                        }[];
                        duties: number;
                        kept: number;
                        unreached: {
                            code: string;
                            /** Format: uuid */
                            dutyId: string;
                            reason: string;
                            title: string;
                        }[];
                        withdrawn: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.publishDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        created: number;
                        duties: number;
                        kept: number;
                        milliseconds: number;
                        units: number;
                        withdrawn: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getDocumentState": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duties: {
                            assignmentId: string | null;
                            counts: {
                                accepted: number;
                                blocked: number;
                                inProgress: number;
                                notApplicable: number;
                                notStarted: number;
                                overdue: number;
                                returned: number;
                                submitted: number;
                                total: number;
                            };
                            /** Format: uuid */
                            dutyId: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateDuty": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                dutyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body?: string;
                    definitionOfDone?: string;
                    /** Format: date */
                    dueOn?: string;
                    /** @enum {string} */
                    evidenceKind?: "indicator" | "form" | "document" | "confirmation";
                    evidenceSpec?: {
                        confirmRole?: string;
                        documentHint?: string;
                        fields?: {
                            /** @enum {string} */
                            aggregate: "sum" | "average" | "none";
                            key: string;
                            label: string;
                            required: boolean;
                            /** @enum {string} */
                            type: "integer" | "decimal" | "text" | "date" | "boolean";
                            unit?: string;
                        }[];
                        indicator?: string;
                        threshold?: number;
                    };
                    /** @enum {string} */
                    kind?: "duty" | "solution" | "calendarEntry";
                    /** @enum {string} */
                    level?: "lowerSecondary" | "upperSecondary" | "both";
                    responsible?: ("department" | "secondaryDivision" | "communePC" | "cultureSocialOffice" | "school" | "subjectTeam" | "cluster" | "teacher" | "homeroomTeacher" | "specialisedSchool" | "ethnicBoardingSchool" | "provincePC" | "guardian" | "vocationalInstitution" | "enterprise")[];
                    /** Format: date */
                    startsOn?: string;
                    title?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        code: string;
                        definitionOfDone: string;
                        /** Format: date */
                        dueOn: string;
                        /** @enum {string} */
                        evidenceKind: "indicator" | "form" | "document" | "confirmation";
                        evidenceSpec: {
                            confirmRole?: string;
                            documentHint?: string;
                            fields?: {
                                /** @enum {string} */
                                aggregate: "sum" | "average" | "none";
                                key: string;
                                label: string;
                                required: boolean;
                                /** @enum {string} */
                                type: "integer" | "decimal" | "text" | "date" | "boolean";
                                unit?: string;
                            }[];
                            indicator?: string;
                            threshold?: number;
                        };
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "duty" | "solution" | "calendarEntry";
                        /** @enum {string} */
                        level: "lowerSecondary" | "upperSecondary" | "both";
                        paragraphOrdinals: number[];
                        responsible: ("department" | "secondaryDivision" | "communePC" | "cultureSocialOffice" | "school" | "subjectTeam" | "cluster" | "teacher" | "homeroomTeacher" | "specialisedSchool" | "ethnicBoardingSchool" | "provincePC" | "guardian" | "vocationalInstitution" | "enterprise")[];
                        sectionPath: string[];
                        solutionIds: string[];
                        /** Format: date */
                        startsOn: string;
                        /** @enum {string} */
                        status: "active" | "withdrawn";
                        title: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.removeDuty": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                dutyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.splitDuty": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                dutyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    parts: {
                        body: string;
                        title: string;
                    }[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        duties: {
                            body: string;
                            code: string;
                            definitionOfDone: string;
                            /** Format: date */
                            dueOn: string;
                            /** @enum {string} */
                            evidenceKind: "indicator" | "form" | "document" | "confirmation";
                            evidenceSpec: {
                                confirmRole?: string;
                                documentHint?: string;
                                fields?: {
                                    /** @enum {string} */
                                    aggregate: "sum" | "average" | "none";
                                    key: string;
                                    label: string;
                                    required: boolean;
                                    /** @enum {string} */
                                    type: "integer" | "decimal" | "text" | "date" | "boolean";
                                    unit?: string;
                                }[];
                                indicator?: string;
                                threshold?: number;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "duty" | "solution" | "calendarEntry";
                            /** @enum {string} */
                            level: "lowerSecondary" | "upperSecondary" | "both";
                            paragraphOrdinals: number[];
                            responsible: ("department" | "secondaryDivision" | "communePC" | "cultureSocialOffice" | "school" | "subjectTeam" | "cluster" | "teacher" | "homeroomTeacher" | "specialisedSchool" | "ethnicBoardingSchool" | "provincePC" | "guardian" | "vocationalInstitution" | "enterprise")[];
                            sectionPath: string[];
                            solutionIds: string[];
                            /** Format: date */
                            startsOn: string;
                            /** @enum {string} */
                            status: "active" | "withdrawn";
                            title: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.withdrawEvidence": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                evidenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.decideExtension": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                extensionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer?: string;
                    grant: boolean;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listFindings": {
        parameters: {
            query?: {
                cursor?: string;
                filter?: "open" | "overdue" | "resolved" | "closed" | "all";
                limit?: number;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        items: {
                            answer: string | null;
                            answeredAt: string | null;
                            answeredBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            body: string;
                            /** Format: date */
                            dueOn: string;
                            files: {
                                bytes: number;
                                fileName: string;
                                /** Format: uuid */
                                id: string;
                                mediaType: string;
                                uploadedAt: string;
                            }[];
                            /** Format: date */
                            foundOn: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            inspectionId: string;
                            itemId: string | null;
                            may: string[];
                            overdue: boolean;
                            /** @enum {string} */
                            severity: "minor" | "major" | "critical";
                            /** @enum {string} */
                            state: "open" | "resolved" | "closed";
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getFinding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        finding: {
                            answer: string | null;
                            answeredAt: string | null;
                            answeredBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            body: string;
                            /** Format: date */
                            dueOn: string;
                            files: {
                                bytes: number;
                                fileName: string;
                                /** Format: uuid */
                                id: string;
                                mediaType: string;
                                uploadedAt: string;
                            }[];
                            /** Format: date */
                            foundOn: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            inspectionId: string;
                            itemId: string | null;
                            may: string[];
                            overdue: boolean;
                            /** @enum {string} */
                            severity: "minor" | "major" | "critical";
                            /** @enum {string} */
                            state: "open" | "resolved" | "closed";
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        };
                        history: {
                            at: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "found" | "amended" | "answered" | "reopened" | "closed";
                            note: string | null;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateFinding": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body?: string;
                    /** Format: date */
                    dueOn?: string;
                    /** @enum {string} */
                    severity?: "minor" | "major" | "critical";
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.answerFinding": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answer: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "resolved" | "closed";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.closeFinding": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "resolved" | "closed";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.attachFindingFile": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number;
                        fileName: string;
                        /** Format: uuid */
                        id: string;
                        mediaType: string;
                        uploadedAt: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.reopenFinding": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                findingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    dueOn?: string;
                    note: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "resolved" | "closed";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listIndicators": {
        parameters: {
            query?: {
                indicator?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        indicators: {
                            description: string;
                            /** @enum {string} */
                            direction: "atLeast" | "atMost";
                            duties: {
                                code: string;
                                /** Format: uuid */
                                id: string;
                                threshold: number;
                                title: string;
                            }[];
                            id: string;
                            name: string;
                            source: string;
                            unitKinds: string[];
                            values: {
                                computedAt: string;
                                denominator: number | null;
                                numerator: number | null;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                value: number | null;
                            }[];
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateInspectionItem": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string | null;
                    question?: string;
                    /** @enum {string} */
                    result?: "notChecked" | "met" | "partlyMet" | "notMet";
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dutyCode: string | null;
                        dutyId: string | null;
                        /** Format: uuid */
                        id: string;
                        note: string | null;
                        question: string;
                        /** @enum {string} */
                        result: "notChecked" | "met" | "partlyMet" | "notMet";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.removeInspectionItem": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listInspections": {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                kind?: "scheduled" | "surprise";
                limit?: number;
                state?: "planned" | "underway" | "concluded" | "cancelled" | "all";
                to?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        items: {
                            beganOn: string | null;
                            findings: {
                                open: number;
                                overdue: number;
                                total: number;
                            };
                            /** Format: uuid */
                            id: string;
                            inspectedUnit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            inspectingUnit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            items: {
                                checked: number;
                                notMet: number;
                                total: number;
                            };
                            /** @enum {string} */
                            kind: "scheduled" | "surprise";
                            leader: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** Format: date */
                            plannedOn: string;
                            purpose: string;
                            /** @enum {string} */
                            state: "planned" | "underway" | "concluded" | "cancelled";
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.planInspection": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dutyIds?: string[];
                    /** Format: uuid */
                    inspectedUnitId: string;
                    /** @enum {string} */
                    kind: "scheduled" | "surprise";
                    /** Format: uuid */
                    leaderId: string;
                    /** @default [] */
                    memberIds?: string[];
                    /** Format: date */
                    plannedOn: string;
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        items: number;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getInspection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            answer: string | null;
                            answeredAt: string | null;
                            answeredBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            body: string;
                            /** Format: date */
                            dueOn: string;
                            files: {
                                bytes: number;
                                fileName: string;
                                /** Format: uuid */
                                id: string;
                                mediaType: string;
                                uploadedAt: string;
                            }[];
                            /** Format: date */
                            foundOn: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            inspectionId: string;
                            itemId: string | null;
                            may: string[];
                            overdue: boolean;
                            /** @enum {string} */
                            severity: "minor" | "major" | "critical";
                            /** @enum {string} */
                            state: "open" | "resolved" | "closed";
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        }[];
                        inspection: {
                            beganOn: string | null;
                            cancelReason: string | null;
                            concludedAt: string | null;
                            conclusion: string | null;
                            findings: {
                                open: number;
                                overdue: number;
                                total: number;
                            };
                            /** Format: uuid */
                            id: string;
                            inspectedUnit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            inspectingUnit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            items: {
                                checked: number;
                                notMet: number;
                                total: number;
                            };
                            /** @enum {string} */
                            kind: "scheduled" | "surprise";
                            leader: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            members: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** Format: date */
                            plannedOn: string;
                            purpose: string;
                            /** @enum {string} */
                            state: "planned" | "underway" | "concluded" | "cancelled";
                            version: number;
                        };
                        items: {
                            dutyCode: string | null;
                            dutyId: string | null;
                            /** Format: uuid */
                            id: string;
                            note: string | null;
                            question: string;
                            /** @enum {string} */
                            result: "notChecked" | "met" | "partlyMet" | "notMet";
                            version: number;
                        }[];
                        may: string[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateInspection": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    leaderId?: string;
                    memberIds?: string[];
                    /** Format: date */
                    plannedOn?: string;
                    purpose?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.cancelInspection": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "planned" | "underway" | "concluded" | "cancelled";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.concludeInspection": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    conclusion: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "planned" | "underway" | "concluded" | "cancelled";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.addFinding": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body: string;
                    /** Format: date */
                    dueOn: string;
                    /** Format: uuid */
                    itemId?: string;
                    /** @enum {string} */
                    severity: "minor" | "major" | "critical";
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.addInspectionItem": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    dutyId?: string;
                    question: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dutyCode: string | null;
                        dutyId: string | null;
                        /** Format: uuid */
                        id: string;
                        note: string | null;
                        question: string;
                        /** @enum {string} */
                        result: "notChecked" | "met" | "partlyMet" | "notMet";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.downloadInspectionMinutes": {
        parameters: {
            query?: {
                format?: "docx" | "pdf";
            };
            header?: never;
            path: {
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.startInspection": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                inspectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "planned" | "underway" | "concluded" | "cancelled";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listMyWork": {
        parameters: {
            query?: {
                cursor?: string;
                filter?: "open" | "dueSoon" | "overdue" | "new" | "returned" | "submitted" | "blocked" | "done" | "all";
                limit?: number;
                q?: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            all: number;
                            blocked: number;
                            done: number;
                            dueSoon: number;
                            new: number;
                            open: number;
                            overdue: number;
                            returned: number;
                            submitted: number;
                        };
                        items: {
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            acknowledged: boolean;
                            blocked: boolean;
                            code: string;
                            /** Format: date */
                            dueOn: string;
                            /** Format: uuid */
                            dutyId: string;
                            evidenceKind: string;
                            /** Format: uuid */
                            id: string;
                            parts: {
                                accepted: number;
                                total: number;
                            };
                            question: boolean;
                            role: string;
                            /** @enum {string} */
                            shown: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable" | "overdue";
                            /** Format: date */
                            startsOn: string;
                            /** @enum {string} */
                            state: "notStarted" | "inProgress" | "submitted" | "returned" | "accepted" | "notApplicable";
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listNotices": {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: string;
                            body: string;
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            link: string;
                            readAt: string | null;
                            title: string;
                        }[];
                        unread: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.readNotices": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids: string[] | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        read: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listOfficialDocuments": {
        parameters: {
            query?: {
                box?: "all" | "own" | "received" | "forOpinion" | "unread";
                cursor?: string;
                dutyId?: string;
                kind?: "directive" | "decision" | "guidance" | "plan" | "programme" | "notice" | "report" | "proposal" | "invitation" | "dispatch";
                limit?: number;
                q?: string;
                state?: "draft" | "collecting" | "issued" | "superseded" | "revoked" | "cancelled";
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        items: {
                            abstract: string;
                            commentUntil: string | null;
                            files: number;
                            /** Format: uuid */
                            id: string;
                            issuedOn: string | null;
                            issuingUnit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            /** @enum {string} */
                            kind: "directive" | "decision" | "guidance" | "plan" | "programme" | "notice" | "report" | "proposal" | "invitation" | "dispatch";
                            openedAt: string | null;
                            opinionDue: boolean;
                            signatoryName: string | null;
                            /** @enum {string} */
                            state: "draft" | "collecting" | "issued" | "superseded" | "revoked" | "cancelled";
                            symbol: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.registerOfficialDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    abstract: string;
                    /** @default [] */
                    dutyIds?: string[];
                    /** @enum {string} */
                    kind: "directive" | "decision" | "guidance" | "plan" | "programme" | "notice" | "report" | "proposal" | "invitation" | "dispatch";
                    /** @default [] */
                    recipientKinds?: ("divisions" | "communes" | "clusters" | "schools" | "lowerSecondarySchools" | "upperSecondarySchools" | "subjectTeams")[];
                    /** @default [] */
                    recipientUnitIds?: string[];
                    /** Format: uuid */
                    replacesId?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getOfficialDocument": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        document: {
                            abstract: string;
                            commentUntil: string | null;
                            createdAt: string;
                            createdBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            draftingUnit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            /** Format: uuid */
                            id: string;
                            issuedOn: string | null;
                            issuingUnit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            /** @enum {string} */
                            kind: "directive" | "decision" | "guidance" | "plan" | "programme" | "notice" | "report" | "proposal" | "invitation" | "dispatch";
                            openedAt: string | null;
                            opinionDue: boolean;
                            recipientKinds: ("divisions" | "communes" | "clusters" | "schools" | "lowerSecondarySchools" | "upperSecondarySchools" | "subjectTeams")[];
                            recipientUnits: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            }[];
                            replacedBy: {
                                /** Format: uuid */
                                id: string;
                                symbol: string | null;
                            } | null;
                            replaces: {
                                /** Format: uuid */
                                id: string;
                                symbol: string | null;
                            } | null;
                            signatoryName: string | null;
                            signatoryPosition: string | null;
                            /** @enum {string} */
                            state: "draft" | "collecting" | "issued" | "superseded" | "revoked" | "cancelled";
                            stateNote: string | null;
                            symbol: string | null;
                            version: number;
                        };
                        duties: {
                            code: string;
                            /** Format: uuid */
                            id: string;
                            title: string;
                        }[];
                        files: {
                            bytes: number;
                            fileName: string;
                            /** Format: uuid */
                            id: string;
                            mediaType: string;
                            uploadedAt: string;
                        }[];
                        may: string[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateOfficialDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    abstract?: string;
                    dutyIds?: string[];
                    /** @enum {string} */
                    kind?: "directive" | "decision" | "guidance" | "plan" | "programme" | "notice" | "report" | "proposal" | "invitation" | "dispatch";
                    recipientKinds?: ("divisions" | "communes" | "clusters" | "schools" | "lowerSecondarySchools" | "upperSecondarySchools" | "subjectTeams")[];
                    recipientUnitIds?: string[];
                    replacesId?: string | null;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.cancelOfficialDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "collecting" | "issued" | "superseded" | "revoked" | "cancelled";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.collectOpinions": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    until: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "collecting" | "issued" | "superseded" | "revoked" | "cancelled";
                        units: number;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.attachOfficialDocumentFile": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bytes: number;
                        fileName: string;
                        /** Format: uuid */
                        id: string;
                        mediaType: string;
                        uploadedAt: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.removeOfficialDocumentFile": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                attachmentId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.issueOfficialDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    issuedOn: string;
                    number?: number;
                    signatoryName: string;
                    signatoryPosition: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: number;
                        /** @enum {string} */
                        state: "draft" | "collecting" | "issued" | "superseded" | "revoked" | "cancelled";
                        symbol: string;
                        units: number;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listOpinions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answered: number;
                        asked: number;
                        opinions: {
                            body: string;
                            by: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            disposition: ("adopted" | "partlyAdopted" | "explained") | null;
                            givenAt: string;
                            /** Format: uuid */
                            id: string;
                            passage: string;
                            reply: string | null;
                            /** @enum {string} */
                            stance: "agrees" | "comments";
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        }[];
                        silent: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        }[];
                        undisposed: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.giveOpinion": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    body?: string;
                    /** @default  */
                    passage?: string;
                    /** @enum {string} */
                    stance: "agrees" | "comments";
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.exportOpinions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.readOfficialDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openedAt: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listOfficialDocumentReadings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        opened: number;
                        units: {
                            openings: {
                                by: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                openedAt: string;
                            }[];
                            toldAt: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.revokeOfficialDocument": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "collecting" | "issued" | "superseded" | "revoked" | "cancelled";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateOpinion": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                opinionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    body?: string;
                    passage?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.disposeOpinion": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                opinionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    disposition: "adopted" | "partlyAdopted" | "explained";
                    /** @default  */
                    reply?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.aggregateReports": {
        parameters: {
            query?: {
                periodKind?: "month" | "semester" | "year";
                periodStart?: string;
                schoolYear?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expected: number;
                        figures: {
                            column: string | null;
                            denominator: number | null;
                            /** @enum {string} */
                            group: "total" | "section" | "month" | "acceptedInPeriod" | "difficulty" | "finding" | "indicator" | "form";
                            key: string;
                            label: string;
                            link: string;
                            /** @enum {string} */
                            measure: "count" | "sum" | "average" | "share";
                            met: boolean | null;
                            numerator: number | null;
                            row: string | null;
                            threshold: number | null;
                            units: number;
                            unitsMet: number;
                            value: number | null;
                        }[];
                        missing: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        }[];
                        period: {
                            /** Format: date */
                            dueOn: string;
                            /** Format: date */
                            end: string;
                            /** @enum {string} */
                            kind: "month" | "semester" | "year";
                            label: string;
                            /** Format: date */
                            start: string;
                        };
                        submitted: number;
                        unit: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listAggregateRows": {
        parameters: {
            query: {
                figure: string;
                periodKind?: "month" | "semester" | "year";
                periodStart?: string;
                schoolYear?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figure: {
                            column: string | null;
                            denominator: number | null;
                            /** @enum {string} */
                            group: "total" | "section" | "month" | "acceptedInPeriod" | "difficulty" | "finding" | "indicator" | "form";
                            key: string;
                            label: string;
                            link: string;
                            /** @enum {string} */
                            measure: "count" | "sum" | "average" | "share";
                            met: boolean | null;
                            numerator: number | null;
                            row: string | null;
                            threshold: number | null;
                            units: number;
                            unitsMet: number;
                            value: number | null;
                        };
                        rows: {
                            figure: {
                                column: string | null;
                                denominator: number | null;
                                /** @enum {string} */
                                group: "total" | "section" | "month" | "acceptedInPeriod" | "difficulty" | "finding" | "indicator" | "form";
                                key: string;
                                label: string;
                                link: string;
                                /** @enum {string} */
                                measure: "count" | "sum" | "average" | "share";
                                met: boolean | null;
                                numerator: number | null;
                                row: string | null;
                                threshold: number | null;
                                value: number | null;
                            };
                            /** Format: uuid */
                            reportId: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listReports": {
        parameters: {
            query?: {
                periodKind?: "month" | "semester" | "year";
                periodStart?: string;
                schoolYear?: string;
                unitId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        below: {
                            report: {
                                /** Format: uuid */
                                id: string;
                                late: boolean;
                                /** @enum {string} */
                                state: "draft" | "submitted" | "returned" | "accepted";
                                submittedAt: string | null;
                                title: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                version: number;
                            } | null;
                            /** @enum {string} */
                            status: "missing" | "awaited" | "submitted" | "returned" | "accepted";
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                        }[];
                        counts: {
                            accepted: number;
                            awaited: number;
                            missing: number;
                            returned: number;
                            submitted: number;
                            units: number;
                        };
                        may: string[];
                        own: {
                            /** Format: uuid */
                            id: string;
                            late: boolean;
                            /** @enum {string} */
                            state: "draft" | "submitted" | "returned" | "accepted";
                            submittedAt: string | null;
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        } | null;
                        ownOfYear: {
                            period: {
                                /** Format: date */
                                dueOn: string;
                                /** Format: date */
                                end: string;
                                /** @enum {string} */
                                kind: "month" | "semester" | "year";
                                label: string;
                                /** Format: date */
                                start: string;
                            };
                            report: {
                                /** Format: uuid */
                                id: string;
                                late: boolean;
                                /** @enum {string} */
                                state: "draft" | "submitted" | "returned" | "accepted";
                                submittedAt: string | null;
                                title: string;
                                unit: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    name: string;
                                };
                                version: number;
                            };
                        }[];
                        period: {
                            /** Format: date */
                            dueOn: string;
                            /** Format: date */
                            end: string;
                            /** @enum {string} */
                            kind: "month" | "semester" | "year";
                            label: string;
                            /** Format: date */
                            start: string;
                        };
                        periods: {
                            /** Format: date */
                            dueOn: string;
                            /** Format: date */
                            end: string;
                            /** @enum {string} */
                            kind: "month" | "semester" | "year";
                            label: string;
                            /** Format: date */
                            start: string;
                        }[];
                        reports: boolean;
                        unit: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            name: string;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.openReport": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    periodKind: "month" | "semester" | "year";
                    /** Format: date */
                    periodStart: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created: boolean;
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.getReport": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        asOf: string;
                        figures: {
                            column: string | null;
                            denominator: number | null;
                            /** @enum {string} */
                            group: "total" | "section" | "month" | "acceptedInPeriod" | "difficulty" | "finding" | "indicator" | "form";
                            key: string;
                            label: string;
                            link: string;
                            /** @enum {string} */
                            measure: "count" | "sum" | "average" | "share";
                            met: boolean | null;
                            numerator: number | null;
                            row: string | null;
                            threshold: number | null;
                            value: number | null;
                        }[];
                        frozen: boolean;
                        may: string[];
                        narrative: {
                            general: string;
                            nextPeriod: string;
                            proposals: string;
                            results: string;
                            shortcomings: string;
                        };
                        report: {
                            addressedTo: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            } | null;
                            decidedAt: string | null;
                            decidedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            decisionNote: string | null;
                            /** Format: uuid */
                            id: string;
                            late: boolean;
                            openedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            period: {
                                /** Format: date */
                                dueOn: string;
                                /** Format: date */
                                end: string;
                                /** @enum {string} */
                                kind: "month" | "semester" | "year";
                                label: string;
                                /** Format: date */
                                start: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "submitted" | "returned" | "accepted";
                            submittedAt: string | null;
                            submittedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            symbol: string | null;
                            title: string;
                            unit: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            };
                            version: number;
                        };
                        sections: {
                            key: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.updateReport": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    narrative?: {
                        general?: string;
                        nextPeriod?: string;
                        proposals?: string;
                        results?: string;
                        shortcomings?: string;
                    };
                    symbol?: string | null;
                    title?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.decideReport": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accept: boolean;
                    note?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "submitted" | "returned" | "accepted";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.downloadReport": {
        parameters: {
            query?: {
                format?: "docx" | "pdf" | "xlsx";
            };
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.listReportRows": {
        parameters: {
            query: {
                figure: string;
            };
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figure: {
                            column: string | null;
                            denominator: number | null;
                            /** @enum {string} */
                            group: "total" | "section" | "month" | "acceptedInPeriod" | "difficulty" | "finding" | "indicator" | "form";
                            key: string;
                            label: string;
                            link: string;
                            /** @enum {string} */
                            measure: "count" | "sum" | "average" | "share";
                            met: boolean | null;
                            numerator: number | null;
                            row: string | null;
                            threshold: number | null;
                            value: number | null;
                        };
                        rows: {
                            amount: number | null;
                            detail: string;
                            id: string;
                            link: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.submitReport": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "submitted" | "returned" | "accepted";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.remindMissing": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    periodKind: "month" | "semester" | "year";
                    /** Format: date */
                    periodStart: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        told: number;
                        units: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "educationPlan.getPublicPlan": {
        parameters: {
            query?: {
                schoolYear?: string;
            };
            header?: never;
            path: {
                schoolCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        activities: {
                            /** Format: date */
                            endsOn: string;
                            grades: string | null;
                            place: string | null;
                            /** Format: date */
                            startsOn: string;
                            title: string;
                        }[];
                        amendmentReason: string | null;
                        calendar: {
                            /** Format: date */
                            lessonsFrom: string;
                            /** Format: date */
                            lessonsTo: string;
                            /** Format: date */
                            semester1To: string;
                            /** Format: date */
                            semester2From: string;
                        };
                        figures: {
                            belowStandard: number;
                            classes: {
                                classes: number;
                                ethnic: number;
                                female: number;
                                grade: number;
                                pupils: number;
                                twoSessions: number;
                            }[];
                            classrooms: number;
                            employees: number;
                            femaleStaff: number;
                            managers: number;
                            staff: {
                                periods: number;
                                present: number;
                                subjectCode: string;
                                wanted: number;
                            }[];
                            subjectRooms: number;
                            teachers: number;
                        } | null;
                        periods: {
                            className: string | null;
                            grade: number;
                            semester1: number;
                            semester2: number;
                            subject: string;
                        }[];
                        /** Format: date */
                        publishedOn: string;
                        revision: number;
                        school: string;
                        schoolYear: string;
                        secondSession: {
                            content: string;
                            funding: string;
                            grade: number;
                            groupSize: number;
                            periodsPerWeek: number;
                            subject: string | null;
                        }[];
                        sections: {
                            body: string;
                            title: string;
                        }[];
                        targets: {
                            grade: number | null;
                            label: string;
                            unit: string;
                            value: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.endRole": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.listSchoolYears": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            breaks: {
                                /** Format: date */
                                from: string;
                                name: string;
                                /** Format: date */
                                to: string;
                            }[];
                            /** Format: date */
                            endsOn: string;
                            /** Format: uuid */
                            id: string;
                            isCurrent: boolean;
                            name: string;
                            /** Format: date */
                            opensOn: string;
                            sourceNote: string;
                            /** Format: date */
                            startsOn: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.setSchoolYear": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    breaks: {
                        /** Format: date */
                        from: string;
                        name: string;
                        /** Format: date */
                        to: string;
                    }[];
                    /** Format: date */
                    endsOn: string;
                    isCurrent: boolean;
                    /** Format: date */
                    opensOn: string;
                    semester1Weeks: number;
                    semester2Weeks: number;
                    sourceNote: string;
                    /** Format: date */
                    startsOn: string;
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schoolYear: {
                            breaks: {
                                /** Format: date */
                                from: string;
                                name: string;
                                /** Format: date */
                                to: string;
                            }[];
                            /** Format: date */
                            endsOn: string;
                            /** Format: uuid */
                            id: string;
                            isCurrent: boolean;
                            name: string;
                            /** Format: date */
                            opensOn: string;
                            sourceNote: string;
                            /** Format: date */
                            startsOn: string;
                            version: number;
                        };
                        semesters: {
                            /** Format: date */
                            endsOn: string;
                            number: number;
                            /** Format: date */
                            startsOn: string;
                            weeks: number;
                        }[];
                        warnings: string[];
                        weeks: {
                            /** Format: date */
                            endsOn: string;
                            number: number;
                            semester: number;
                            /** Format: date */
                            startsOn: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.getSchoolYear": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                schoolYearId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        schoolYear: {
                            breaks: {
                                /** Format: date */
                                from: string;
                                name: string;
                                /** Format: date */
                                to: string;
                            }[];
                            /** Format: date */
                            endsOn: string;
                            /** Format: uuid */
                            id: string;
                            isCurrent: boolean;
                            name: string;
                            /** Format: date */
                            opensOn: string;
                            sourceNote: string;
                            /** Format: date */
                            startsOn: string;
                            version: number;
                        };
                        semesters: {
                            /** Format: date */
                            endsOn: string;
                            number: number;
                            /** Format: date */
                            startsOn: string;
                            weeks: number;
                        }[];
                        weeks: {
                            /** Format: date */
                            endsOn: string;
                            number: number;
                            semester: number;
                            /** Format: date */
                            startsOn: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "plan.search": {
        parameters: {
            query: {
                q: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            detail: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "assignment" | "duty" | "unit" | "person" | "officialDocument";
                            link: string;
                            title: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.listSettings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            changed: {
                                /** Format: date-time */
                                at: string;
                                by: string | null;
                                note: string;
                            } | null;
                            default: number | string | number[] | {
                                [key: string]: number | {
                                    [key: string]: number;
                                };
                            };
                            effect: {
                                en: string;
                                vi: string;
                            };
                            form: {
                                /** @constant */
                                kind: "number";
                                max: number;
                                min: number;
                                step: number;
                                unit: {
                                    en: string;
                                    vi: string;
                                };
                            } | {
                                /** @constant */
                                kind: "percent";
                                max: number;
                                min: number;
                                step: number;
                            } | {
                                /** @constant */
                                kind: "numbers";
                                max: number;
                                min: number;
                                most: number;
                                step: number;
                                unit: {
                                    en: string;
                                    vi: string;
                                };
                            } | {
                                /** @constant */
                                kind: "choice";
                                readonly options: {
                                    key: string;
                                    label: {
                                        en: string;
                                        vi: string;
                                    };
                                }[];
                            } | {
                                readonly fields: {
                                    key: string;
                                    label: {
                                        en: string;
                                        vi: string;
                                    };
                                }[];
                                /** @constant */
                                kind: "row";
                                max: number;
                                min: number;
                                step: number;
                                unit: {
                                    en: string;
                                    vi: string;
                                };
                            } | {
                                readonly columns: {
                                    key: string;
                                    label: {
                                        en: string;
                                        vi: string;
                                    };
                                }[];
                                /** @constant */
                                kind: "table";
                                max: number;
                                min: number;
                                readonly rows: {
                                    key: string;
                                    label: {
                                        en: string;
                                        vi: string;
                                    };
                                }[];
                                step: number;
                                unit: {
                                    en: string;
                                    vi: string;
                                };
                            };
                            key: string;
                            label: {
                                en: string;
                                vi: string;
                            };
                            module: string;
                            own: (number | string | number[] | {
                                [key: string]: number | {
                                    [key: string]: number;
                                };
                            }) | null;
                            source: string;
                            unusable: boolean;
                            version: number;
                        }[];
                        mayChange: boolean;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.updateSetting": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    value: number | string | number[] | {
                        [key: string]: number | {
                            [key: string]: number;
                        };
                    };
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: {
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            note: string;
                        } | null;
                        default: number | string | number[] | {
                            [key: string]: number | {
                                [key: string]: number;
                            };
                        };
                        effect: {
                            en: string;
                            vi: string;
                        };
                        form: {
                            /** @constant */
                            kind: "number";
                            max: number;
                            min: number;
                            step: number;
                            unit: {
                                en: string;
                                vi: string;
                            };
                        } | {
                            /** @constant */
                            kind: "percent";
                            max: number;
                            min: number;
                            step: number;
                        } | {
                            /** @constant */
                            kind: "numbers";
                            max: number;
                            min: number;
                            most: number;
                            step: number;
                            unit: {
                                en: string;
                                vi: string;
                            };
                        } | {
                            /** @constant */
                            kind: "choice";
                            readonly options: {
                                key: string;
                                label: {
                                    en: string;
                                    vi: string;
                                };
                            }[];
                        } | {
                            readonly fields: {
                                key: string;
                                label: {
                                    en: string;
                                    vi: string;
                                };
                            }[];
                            /** @constant */
                            kind: "row";
                            max: number;
                            min: number;
                            step: number;
                            unit: {
                                en: string;
                                vi: string;
                            };
                        } | {
                            readonly columns: {
                                key: string;
                                label: {
                                    en: string;
                                    vi: string;
                                };
                            }[];
                            /** @constant */
                            kind: "table";
                            max: number;
                            min: number;
                            readonly rows: {
                                key: string;
                                label: {
                                    en: string;
                                    vi: string;
                                };
                            }[];
                            step: number;
                            unit: {
                                en: string;
                                vi: string;
                            };
                        };
                        key: string;
                        label: {
                            en: string;
                            vi: string;
                        };
                        module: string;
                        own: (number | string | number[] | {
                            [key: string]: number | {
                                [key: string]: number;
                            };
                        }) | null;
                        source: string;
                        unusable: boolean;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.resetSetting": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: {
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            note: string;
                        } | null;
                        default: number | string | number[] | {
                            [key: string]: number | {
                                [key: string]: number;
                            };
                        };
                        effect: {
                            en: string;
                            vi: string;
                        };
                        form: {
                            /** @constant */
                            kind: "number";
                            max: number;
                            min: number;
                            step: number;
                            unit: {
                                en: string;
                                vi: string;
                            };
                        } | {
                            /** @constant */
                            kind: "percent";
                            max: number;
                            min: number;
                            step: number;
                        } | {
                            /** @constant */
                            kind: "numbers";
                            max: number;
                            min: number;
                            most: number;
                            step: number;
                            unit: {
                                en: string;
                                vi: string;
                            };
                        } | {
                            /** @constant */
                            kind: "choice";
                            readonly options: {
                                key: string;
                                label: {
                                    en: string;
                                    vi: string;
                                };
                            }[];
                        } | {
                            readonly fields: {
                                key: string;
                                label: {
                                    en: string;
                                    vi: string;
                                };
                            }[];
                            /** @constant */
                            kind: "row";
                            max: number;
                            min: number;
                            step: number;
                            unit: {
                                en: string;
                                vi: string;
                            };
                        } | {
                            readonly columns: {
                                key: string;
                                label: {
                                    en: string;
                                    vi: string;
                                };
                            }[];
                            /** @constant */
                            kind: "table";
                            max: number;
                            min: number;
                            readonly rows: {
                                key: string;
                                label: {
                                    en: string;
                                    vi: string;
                                };
                            }[];
                            step: number;
                            unit: {
                                en: string;
                                vi: string;
                            };
                        };
                        key: string;
                        label: {
                            en: string;
                            vi: string;
                        };
                        module: string;
                        own: (number | string | number[] | {
                            [key: string]: number | {
                                [key: string]: number;
                            };
                        }) | null;
                        source: string;
                        unusable: boolean;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.signIn": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                    username: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mustChangePassword: boolean;
                        secondFactorDue: boolean;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.beginOidc": {
        parameters: {
            query?: {
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chuyển tới trang khác */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.finishOidc": {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chuyển tới trang khác */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.signInOptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        oidcAvailable: boolean;
                        oidcLabel: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.verifyTotp": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "identity.signOut": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.deleteSite": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.updateSite": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    distanceKm?: number | null;
                    /** @enum {string} */
                    kind?: "main" | "satellite";
                    name?: string;
                    version: number;
                    village?: string | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        distanceKm: number | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "main" | "satellite";
                        name: string;
                        /** Format: uuid */
                        unitId: string;
                        version: number;
                        village: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.getAssignments": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assignments: {
                            /** Format: uuid */
                            classId: string;
                            exceptionReason: string | null;
                            periods: {
                                1: number;
                                2: number;
                            };
                            /** Format: uuid */
                            staffId: string;
                            strand: string;
                            subjectCode: string;
                        }[];
                        classes: {
                            grade: number;
                            homeroomStaffId: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            needs: {
                                subjectCode: string;
                                weekly: {
                                    1: number;
                                    2: number;
                                };
                            }[];
                        }[];
                        mayEdit: boolean;
                        me: string | null;
                        plan: {
                            changedAt: string;
                            publishedAt: string | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            version: number;
                        } | null;
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        schoolYear: string;
                        subjects: {
                            code: string;
                            name: string;
                            shortName: string;
                            strands: {
                                code: string;
                                name: string;
                            }[];
                        }[];
                        teachers: {
                            base: number;
                            duties: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "teamLead" | "deputyTeamLead" | "pupilTeamLead" | "deputyPupilTeamLead" | "partySecretary" | "unionChair" | "youthUnionSecretary" | "subjectRoom" | "library" | "equipment" | "academicOffice" | "counselling" | "officeWork" | "other";
                                note: string | null;
                                paid: boolean;
                                periods: number;
                                /** Format: uuid */
                                staffId: string;
                                version: number;
                            }[];
                            elsewhere: number;
                            homerooms: string[];
                            /** Format: uuid */
                            id: string;
                            name: string;
                            norm: number;
                            post: string;
                            postedFrom: string | null;
                            qualifications: {
                                lower: boolean;
                                strand: string;
                                subjectCode: string;
                                upper: boolean;
                            }[];
                            reductions: {
                                label: string;
                                periods: number;
                            }[];
                            teamId: string | null;
                            teamName: string | null;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.saveAssignments": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cells: {
                        /** Format: uuid */
                        classId: string;
                        rows: {
                            exceptionReason: string | null;
                            periods: {
                                1: number;
                                2: number;
                            };
                            /** Format: uuid */
                            staffId: string;
                            strand: string;
                        }[];
                        seen: {
                            exceptionReason: string | null;
                            periods: {
                                1: number;
                                2: number;
                            };
                            /** Format: uuid */
                            staffId: string;
                            strand: string;
                        }[];
                        subjectCode: string;
                    }[];
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plan: {
                            changedAt: string;
                            publishedAt: string | null;
                            /** @enum {string} */
                            state: "draft" | "published";
                            version: number;
                        };
                        saved: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.downloadAssignmentPaper": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.proposeAssignments": {
        parameters: {
            query?: {
                keep?: string;
                schoolId?: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        loads: {
                            load: number;
                            /** Format: uuid */
                            staffId: string;
                        }[];
                        rows: {
                            /** Format: uuid */
                            classId: string;
                            exceptionReason: string | null;
                            periods: {
                                1: number;
                                2: number;
                            };
                            /** Format: uuid */
                            staffId: string;
                            strand: string;
                            subjectCode: string;
                            why: string;
                        }[];
                        shortages: {
                            message: string;
                            periods: number;
                            posts: number;
                            strand: string;
                            subjectCode: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.publishAssignments": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changedAt: string;
                        publishedAt: string | null;
                        /** @enum {string} */
                        state: "draft" | "published";
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.downloadAssignmentSheet": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.getCoverage": {
        parameters: {
            query?: {
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: {
                            cells: number;
                            classes: number;
                            complete: number;
                            name: string;
                            place: string | null;
                            published: boolean;
                            pupils: number;
                            quota: number;
                            /** Format: uuid */
                            schoolId: string;
                            subjects: {
                                [key: string]: {
                                    have: number;
                                    haveFte: number;
                                    need: number;
                                    needFte: number;
                                };
                            };
                            teachers: number;
                            total: {
                                have: number;
                                haveFte: number;
                                need: number;
                                needFte: number;
                            };
                        }[];
                        schoolYear: string;
                        subjects: {
                            code: string;
                            name: string;
                            shortName: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.exportCoverage": {
        parameters: {
            query?: {
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.createDuty": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "teamLead" | "deputyTeamLead" | "pupilTeamLead" | "deputyPupilTeamLead" | "partySecretary" | "unionChair" | "youthUnionSecretary" | "subjectRoom" | "library" | "equipment" | "academicOffice" | "counselling" | "officeWork" | "other";
                    note: string | null;
                    paid: boolean;
                    periods: number;
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    /** Format: uuid */
                    staffId: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "teamLead" | "deputyTeamLead" | "pupilTeamLead" | "deputyPupilTeamLead" | "partySecretary" | "unionChair" | "youthUnionSecretary" | "subjectRoom" | "library" | "equipment" | "academicOffice" | "counselling" | "officeWork" | "other";
                        note: string | null;
                        paid: boolean;
                        periods: number;
                        /** Format: uuid */
                        staffId: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.deleteDuty": {
        parameters: {
            query: {
                version: number;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                dutyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "staffing.updateDuty": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                dutyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string | null;
                    paid: boolean;
                    periods: number;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "teamLead" | "deputyTeamLead" | "pupilTeamLead" | "deputyPupilTeamLead" | "partySecretary" | "unionChair" | "youthUnionSecretary" | "subjectRoom" | "library" | "equipment" | "academicOffice" | "counselling" | "officeWork" | "other";
                        note: string | null;
                        paid: boolean;
                        periods: number;
                        /** Format: uuid */
                        staffId: string;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sync.listDevices": {
        parameters: {
            query?: {
                accountId?: string;
                cursor?: string;
                limit?: number;
                waiting?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            boundAt: string;
                            clockAheadSeconds: number;
                            /** Format: uuid */
                            id: string;
                            lastSeenAt: string;
                            may: string[];
                            offlineUntil: string;
                            revokedAt: string | null;
                            revokedReason: string | null;
                            userAgent: string;
                            waiting: {
                                /** Format: date-time */
                                madeAt: string;
                                name: string;
                                title: string;
                            }[];
                            wipedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sync.bindDevice": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    deviceId: string;
                    /** Format: date-time */
                    deviceNow: string;
                    /** Format: base64 */
                    publicKey: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        deviceId: string;
                        offlineUntil: string;
                        serverTime: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sync.revokeDevice": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                deviceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unsent: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sync.listOwnDevices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            account: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            boundAt: string;
                            clockAheadSeconds: number;
                            /** Format: uuid */
                            id: string;
                            lastSeenAt: string;
                            may: string[];
                            offlineUntil: string;
                            revokedAt: string | null;
                            revokedReason: string | null;
                            userAgent: string;
                            waiting: {
                                /** Format: date-time */
                                madeAt: string;
                                name: string;
                                title: string;
                            }[];
                            wipedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sync.reportDevice": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    deviceId: string;
                    /** Format: date-time */
                    deviceNow: string;
                    /** Format: base64 */
                    signature: string;
                    waiting: {
                        /** Format: date-time */
                        madeAt: string;
                        name: string;
                        title: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "bound" | "revoked" | "unknown";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sync.pull": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    deviceId: string;
                    /** Format: date-time */
                    deviceNow: string;
                    have: {
                        [key: string]: string;
                    };
                    waiting: {
                        /** Format: date-time */
                        madeAt: string;
                        name: string;
                        title: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: {
                            hash: string;
                            key: string;
                            value: unknown;
                        }[];
                        gone: string[];
                        offlineUntil: string;
                        serverTime: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "sync.push": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    acknowledgedTo: number;
                    commands: {
                        decides: string | null;
                        /** Format: uuid */
                        id: string;
                        input: unknown;
                        /** Format: date-time */
                        madeAt: string;
                        name: string;
                        /** Format: uuid */
                        roleId: string;
                        seq: number;
                    }[];
                    /** Format: uuid */
                    deviceId: string;
                    /** Format: date-time */
                    deviceNow: string;
                    /** Format: base64 */
                    signature: string;
                    waiting: {
                        /** Format: date-time */
                        madeAt: string;
                        name: string;
                        title: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        expected: number;
                        results: {
                            again: boolean;
                            answer?: unknown;
                            conflict?: {
                                mine: unknown;
                                theirs: unknown;
                            };
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            outcome: "applied" | "conflict" | "refused";
                            problem?: {
                                code: string;
                                detail: string;
                                problems?: {
                                    message: string;
                                    path: string;
                                }[];
                                title: string;
                            };
                            seq: number;
                        }[];
                        serverTime: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.getBoard": {
        parameters: {
            query?: {
                q?: string;
                schoolYear?: string;
                show?: "missing" | "wrong";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            classes: number;
                            missing: number;
                            schools: number;
                            twoSessionClasses: number;
                            wrong: number;
                        };
                        items: {
                            classes: number;
                            communeName: string | null;
                            figures: {
                                avoided: number;
                                demandingLate: number;
                                lessons: number;
                                mustFix: number;
                                singleHalfDays: number;
                                splitSubjects: number;
                                teacherGaps: number;
                                teacherHalfDays: number;
                                unplaced: number;
                                warnings: number;
                            } | null;
                            fromWeek: number | null;
                            published: boolean;
                            publishedOn: string | null;
                            twoSessionClasses: number;
                            /** Format: uuid */
                            unitId: string;
                            unitName: string;
                        }[];
                        schoolYear: string;
                        week: number | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.exportBoard": {
        parameters: {
            query?: {
                q?: string;
                schoolYear?: string;
                show?: "missing" | "wrong";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.makeFeedAddress": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.getCalendarFeed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.listDisruptions": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        items: {
                            about: string;
                            cancelled: number;
                            classId: string | null;
                            endedOn: string | null;
                            /** Format: date */
                            fromDay: string;
                            grade: number | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "teacherAway" | "noSchool" | "online";
                            lessons: number;
                            link: string | null;
                            reason: string;
                            siteId: string | null;
                            staffId: string | null;
                            /** Format: date */
                            toDay: string;
                            version: number;
                        }[];
                        mayEdit: boolean;
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        sites: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        teachers: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        today: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.recordDisruption": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    classId?: string | null;
                    /** Format: date */
                    fromDay: string;
                    /** @default null */
                    grade?: number | null;
                    /** @enum {string} */
                    kind: "teacherAway" | "noSchool" | "online";
                    /** @default null */
                    link?: string | null;
                    reason: string;
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    /** @default null */
                    siteId?: string | null;
                    /** @default null */
                    staffId?: string | null;
                    /** @default [] */
                    substitutes?: {
                        /** Format: date */
                        day: string;
                        /** Format: uuid */
                        lessonId: string;
                        /** Format: uuid */
                        staffId: string;
                    }[];
                    /** Format: date */
                    toDay: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        disruption: {
                            about: string;
                            cancelled: number;
                            classId: string | null;
                            endedOn: string | null;
                            /** Format: date */
                            fromDay: string;
                            grade: number | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "teacherAway" | "noSchool" | "online";
                            lessons: number;
                            link: string | null;
                            reason: string;
                            siteId: string | null;
                            staffId: string | null;
                            /** Format: date */
                            toDay: string;
                            version: number;
                        };
                        told: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.endDisruption": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                disruptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    fromDay: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        disruption: {
                            about: string;
                            cancelled: number;
                            classId: string | null;
                            endedOn: string | null;
                            /** Format: date */
                            fromDay: string;
                            grade: number | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "teacherAway" | "noSchool" | "online";
                            lessons: number;
                            link: string | null;
                            reason: string;
                            siteId: string | null;
                            staffId: string | null;
                            /** Format: date */
                            toDay: string;
                            version: number;
                        };
                        told: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.makeUpLessons": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                disruptionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    untilDay: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        disruption: {
                            about: string;
                            cancelled: number;
                            classId: string | null;
                            endedOn: string | null;
                            /** Format: date */
                            fromDay: string;
                            grade: number | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "teacherAway" | "noSchool" | "online";
                            lessons: number;
                            link: string | null;
                            reason: string;
                            siteId: string | null;
                            staffId: string | null;
                            /** Format: date */
                            toDay: string;
                            version: number;
                        };
                        left: number;
                        placed: number;
                        told: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.importTimetable": {
        parameters: {
            query: {
                name: string;
                schoolId?: string;
                schoolYear?: string;
                semester: number;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cells: number;
                        findings: {
                            cell: string;
                            message: string;
                        }[];
                        placed: number;
                        timetable: {
                            changedAt: string;
                            figures: {
                                avoided: number;
                                demandingLate: number;
                                lessons: number;
                                mustFix: number;
                                singleHalfDays: number;
                                splitSubjects: number;
                                teacherGaps: number;
                                teacherHalfDays: number;
                                unplaced: number;
                                warnings: number;
                            } | null;
                            fromWeek: number | null;
                            /** Format: uuid */
                            id: string;
                            madeAt: string;
                            name: string;
                            parentId: string | null;
                            publishedAt: string | null;
                            semester: 1 | 2;
                            /** @enum {string} */
                            state: "candidate" | "draft" | "published" | "superseded";
                            toWeek: number | null;
                            version: number;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.getSetup": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
                semester?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            link: string | null;
                            message: string;
                            /** @enum {string} */
                            severity: "mustFix" | "warning" | "note";
                        }[];
                        goals: {
                            demandingEarly: number;
                            evenDays: number;
                            subjectSpread: number;
                            teacherGaps: number;
                            teacherHalfDays: number;
                            wishes: number;
                        };
                        ground: {
                            classes: {
                                grade: number;
                                homeroomStaffId: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                roomId: string | null;
                                twoSessions: boolean;
                            }[];
                            events: {
                                at: {
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    period: number;
                                    weekday: number;
                                };
                                duration: number;
                                grades: number[] | null;
                                /** @enum {string} */
                                kind: "flag" | "class" | "activity" | "meeting";
                                name: string;
                                teamId: string | null;
                            }[];
                            frame: {
                                bells: {
                                    endsAt: string;
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    period: number;
                                    startsAt: string;
                                }[];
                                sessions: {
                                    grade: number;
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    periods: number;
                                    session: 1 | 2;
                                    weekday: number;
                                }[];
                            };
                            groupsSharing: string[][];
                            limits: {
                                periodsPerDay: number;
                                periodsPerSession: number;
                                sessionsPerWeek: number;
                            };
                            rooms: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            }[];
                            subjectRules: {
                                demanding: boolean;
                                doubles: number;
                                mostPerDay: number;
                                notAfterLunch: boolean;
                                roomKind: string | null;
                                subjectCode: string;
                            }[];
                            subjects: {
                                code: string;
                                name: string;
                                shortName: string;
                                strands: {
                                    code: string;
                                    name: string;
                                }[];
                            }[];
                            taken: {
                                at: {
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    period: number;
                                    weekday: number;
                                };
                                duration: number;
                                school: string;
                                /** Format: uuid */
                                staffId: string;
                            }[];
                            teachers: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                postedFrom: string | null;
                                teamId: string | null;
                            }[];
                            wishes: {
                                at: {
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    period: number;
                                    weekday: number;
                                };
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                of: "staff" | "class" | "room";
                                /** @enum {string} */
                                wish: "closed" | "avoid" | "prefer";
                            }[];
                        };
                        lessons: number;
                        mayEdit: boolean;
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        schoolYear: string;
                        semester: 1 | 2;
                        teams: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.saveSetup": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events?: {
                        at: {
                            /** @enum {string} */
                            half: "morning" | "afternoon";
                            period: number;
                            weekday: number;
                        };
                        duration: number;
                        grades: number[] | null;
                        /** @enum {string} */
                        kind: "flag" | "class" | "activity" | "meeting";
                        name: string;
                        teamId: string | null;
                    }[];
                    frame?: {
                        bells: {
                            endsAt: string;
                            /** @enum {string} */
                            half: "morning" | "afternoon";
                            period: number;
                            startsAt: string;
                        }[];
                        sessions: {
                            grade: number;
                            /** @enum {string} */
                            half: "morning" | "afternoon";
                            periods: number;
                            session: 1 | 2;
                            weekday: number;
                        }[];
                    };
                    goals?: {
                        demandingEarly: number;
                        evenDays: number;
                        subjectSpread: number;
                        teacherGaps: number;
                        teacherHalfDays: number;
                        wishes: number;
                    };
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    subjectRules?: {
                        demanding: boolean;
                        doubles: number;
                        mostPerDay: number;
                        notAfterLunch: boolean;
                        roomKind: string | null;
                        subjectCode: string;
                    }[];
                    version: number;
                    wishes?: {
                        at: {
                            /** @enum {string} */
                            half: "morning" | "afternoon";
                            period: number;
                            weekday: number;
                        };
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        of: "staff" | "class" | "room";
                        /** @enum {string} */
                        wish: "closed" | "avoid" | "prefer";
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.startSolve": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    from?: string;
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    seconds: number;
                    semester: 1 | 2;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        askedAt: string;
                        endedAt: string | null;
                        findings: {
                            link: string | null;
                            message: string;
                            /** @enum {string} */
                            severity: "mustFix" | "warning" | "note";
                        }[];
                        /** Format: uuid */
                        id: string;
                        progress: {
                            hard: number;
                            parts: {
                                [key: string]: number;
                            };
                            seconds: number;
                            soft: number;
                            unplaced: number;
                        }[];
                        seconds: number;
                        semester: 1 | 2;
                        spentSeconds: number;
                        /** @enum {string} */
                        state: "waiting" | "running" | "stopping" | "done" | "stopped" | "impossible" | "failed";
                        timetableId: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.getSolve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                solveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        askedAt: string;
                        endedAt: string | null;
                        findings: {
                            link: string | null;
                            message: string;
                            /** @enum {string} */
                            severity: "mustFix" | "warning" | "note";
                        }[];
                        /** Format: uuid */
                        id: string;
                        progress: {
                            hard: number;
                            parts: {
                                [key: string]: number;
                            };
                            seconds: number;
                            soft: number;
                            unplaced: number;
                        }[];
                        seconds: number;
                        semester: 1 | 2;
                        spentSeconds: number;
                        /** @enum {string} */
                        state: "waiting" | "running" | "stopping" | "done" | "stopped" | "impossible" | "failed";
                        timetableId: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.stopSolve": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                solveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        askedAt: string;
                        endedAt: string | null;
                        findings: {
                            link: string | null;
                            message: string;
                            /** @enum {string} */
                            severity: "mustFix" | "warning" | "note";
                        }[];
                        /** Format: uuid */
                        id: string;
                        progress: {
                            hard: number;
                            parts: {
                                [key: string]: number;
                            };
                            seconds: number;
                            soft: number;
                            unplaced: number;
                        }[];
                        seconds: number;
                        semester: 1 | 2;
                        spentSeconds: number;
                        /** @enum {string} */
                        state: "waiting" | "running" | "stopping" | "done" | "stopped" | "impossible" | "failed";
                        timetableId: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.proposeSubstitutes": {
        parameters: {
            query: {
                fromDay: string;
                schoolId?: string;
                schoolYear?: string;
                staffId: string;
                toDay: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            at: {
                                /** @enum {string} */
                                half: "morning" | "afternoon";
                                period: number;
                                weekday: number;
                            };
                            candidates: {
                                load: number;
                                /** @enum {string} */
                                nearness: "subjectAndClass" | "subject" | "class" | "free";
                                /** Format: uuid */
                                staffId: string;
                                stoodIn: number;
                            }[];
                            chosen: {
                                load: number;
                                /** @enum {string} */
                                nearness: "subjectAndClass" | "subject" | "class" | "free";
                                /** Format: uuid */
                                staffId: string;
                                stoodIn: number;
                            } | null;
                            /** Format: date */
                            day: string;
                            /** Format: uuid */
                            lessonId: string;
                            title: string;
                        }[];
                        teachers: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.listTimetables": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            changedAt: string;
                            figures: {
                                avoided: number;
                                demandingLate: number;
                                lessons: number;
                                mustFix: number;
                                singleHalfDays: number;
                                splitSubjects: number;
                                teacherGaps: number;
                                teacherHalfDays: number;
                                unplaced: number;
                                warnings: number;
                            } | null;
                            fromWeek: number | null;
                            /** Format: uuid */
                            id: string;
                            madeAt: string;
                            name: string;
                            parentId: string | null;
                            publishedAt: string | null;
                            semester: 1 | 2;
                            /** @enum {string} */
                            state: "candidate" | "draft" | "published" | "superseded";
                            toWeek: number | null;
                            version: number;
                        }[];
                        mayEdit: boolean;
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        schoolYear: string;
                        semester: 1 | 2;
                        solve: {
                            askedAt: string;
                            endedAt: string | null;
                            findings: {
                                link: string | null;
                                message: string;
                                /** @enum {string} */
                                severity: "mustFix" | "warning" | "note";
                            }[];
                            /** Format: uuid */
                            id: string;
                            progress: {
                                hard: number;
                                parts: {
                                    [key: string]: number;
                                };
                                seconds: number;
                                soft: number;
                                unplaced: number;
                            }[];
                            seconds: number;
                            semester: 1 | 2;
                            spentSeconds: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "stopping" | "done" | "stopped" | "impossible" | "failed";
                            timetableId: string | null;
                        } | null;
                        week: number | null;
                        weeks: {
                            endsOn: string;
                            number: number;
                            semester: number;
                            startsOn: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.createTimetable": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    copyOf?: string;
                    name: string;
                    /** Format: uuid */
                    schoolId?: string;
                    schoolYear?: string;
                    semester: 1 | 2;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changedAt: string;
                        figures: {
                            avoided: number;
                            demandingLate: number;
                            lessons: number;
                            mustFix: number;
                            singleHalfDays: number;
                            splitSubjects: number;
                            teacherGaps: number;
                            teacherHalfDays: number;
                            unplaced: number;
                            warnings: number;
                        } | null;
                        fromWeek: number | null;
                        /** Format: uuid */
                        id: string;
                        madeAt: string;
                        name: string;
                        parentId: string | null;
                        publishedAt: string | null;
                        semester: 1 | 2;
                        /** @enum {string} */
                        state: "candidate" | "draft" | "published" | "superseded";
                        toWeek: number | null;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.getTimetable": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                timetableId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ground: {
                            classes: {
                                grade: number;
                                homeroomStaffId: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                roomId: string | null;
                                twoSessions: boolean;
                            }[];
                            events: {
                                at: {
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    period: number;
                                    weekday: number;
                                };
                                duration: number;
                                grades: number[] | null;
                                /** @enum {string} */
                                kind: "flag" | "class" | "activity" | "meeting";
                                name: string;
                                teamId: string | null;
                            }[];
                            frame: {
                                bells: {
                                    endsAt: string;
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    period: number;
                                    startsAt: string;
                                }[];
                                sessions: {
                                    grade: number;
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    periods: number;
                                    session: 1 | 2;
                                    weekday: number;
                                }[];
                            };
                            groupsSharing: string[][];
                            limits: {
                                periodsPerDay: number;
                                periodsPerSession: number;
                                sessionsPerWeek: number;
                            };
                            rooms: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                name: string;
                            }[];
                            subjectRules: {
                                demanding: boolean;
                                doubles: number;
                                mostPerDay: number;
                                notAfterLunch: boolean;
                                roomKind: string | null;
                                subjectCode: string;
                            }[];
                            subjects: {
                                code: string;
                                name: string;
                                shortName: string;
                                strands: {
                                    code: string;
                                    name: string;
                                }[];
                            }[];
                            taken: {
                                at: {
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    period: number;
                                    weekday: number;
                                };
                                duration: number;
                                school: string;
                                /** Format: uuid */
                                staffId: string;
                            }[];
                            teachers: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                postedFrom: string | null;
                                teamId: string | null;
                            }[];
                            wishes: {
                                at: {
                                    /** @enum {string} */
                                    half: "morning" | "afternoon";
                                    period: number;
                                    weekday: number;
                                };
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                of: "staff" | "class" | "room";
                                /** @enum {string} */
                                wish: "closed" | "avoid" | "prefer";
                            }[];
                        };
                        lessons: {
                            at: {
                                /** @enum {string} */
                                half: "morning" | "afternoon";
                                period: number;
                                weekday: number;
                            } | null;
                            classIds: string[];
                            duration: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "lesson" | "event" | "group";
                            locked: boolean;
                            roomId: string | null;
                            session: 1 | 2;
                            staffIds: string[];
                            strand: string;
                            studyGroupId: string | null;
                            subjectCode: string | null;
                            title: string | null;
                        }[];
                        mayEdit: boolean;
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        schoolYear: string;
                        timetable: {
                            changedAt: string;
                            figures: {
                                avoided: number;
                                demandingLate: number;
                                lessons: number;
                                mustFix: number;
                                singleHalfDays: number;
                                splitSubjects: number;
                                teacherGaps: number;
                                teacherHalfDays: number;
                                unplaced: number;
                                warnings: number;
                            } | null;
                            fromWeek: number | null;
                            /** Format: uuid */
                            id: string;
                            madeAt: string;
                            name: string;
                            parentId: string | null;
                            publishedAt: string | null;
                            semester: 1 | 2;
                            /** @enum {string} */
                            state: "candidate" | "draft" | "published" | "superseded";
                            toWeek: number | null;
                            version: number;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.deleteTimetable": {
        parameters: {
            query: {
                version: number;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                timetableId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.renameTimetable": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                timetableId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changedAt: string;
                        figures: {
                            avoided: number;
                            demandingLate: number;
                            lessons: number;
                            mustFix: number;
                            singleHalfDays: number;
                            splitSubjects: number;
                            teacherGaps: number;
                            teacherHalfDays: number;
                            unplaced: number;
                            warnings: number;
                        } | null;
                        fromWeek: number | null;
                        /** Format: uuid */
                        id: string;
                        madeAt: string;
                        name: string;
                        parentId: string | null;
                        publishedAt: string | null;
                        semester: 1 | 2;
                        /** @enum {string} */
                        state: "candidate" | "draft" | "published" | "superseded";
                        toWeek: number | null;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.saveLessons": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                timetableId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    changes: {
                        at: {
                            /** @enum {string} */
                            half: "morning" | "afternoon";
                            period: number;
                            weekday: number;
                        } | null;
                        /** Format: uuid */
                        lessonId: string;
                        locked: boolean;
                        roomId: string | null;
                        seen: {
                            at: {
                                /** @enum {string} */
                                half: "morning" | "afternoon";
                                period: number;
                                weekday: number;
                            } | null;
                            locked: boolean;
                            roomId: string | null;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        saved: number;
                        timetable: {
                            changedAt: string;
                            figures: {
                                avoided: number;
                                demandingLate: number;
                                lessons: number;
                                mustFix: number;
                                singleHalfDays: number;
                                splitSubjects: number;
                                teacherGaps: number;
                                teacherHalfDays: number;
                                unplaced: number;
                                warnings: number;
                            } | null;
                            fromWeek: number | null;
                            /** Format: uuid */
                            id: string;
                            madeAt: string;
                            name: string;
                            parentId: string | null;
                            publishedAt: string | null;
                            semester: 1 | 2;
                            /** @enum {string} */
                            state: "candidate" | "draft" | "published" | "superseded";
                            toWeek: number | null;
                            version: number;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.downloadPdf": {
        parameters: {
            query?: {
                id?: string;
                of?: "class" | "teacher" | "room" | "school";
            };
            header?: never;
            path: {
                timetableId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.bePresent": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                timetableId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        others: string[];
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.publishTimetable": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                timetableId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fromWeek: number;
                    toWeek: number;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changedAt: string;
                        figures: {
                            avoided: number;
                            demandingLate: number;
                            lessons: number;
                            mustFix: number;
                            singleHalfDays: number;
                            splitSubjects: number;
                            teacherGaps: number;
                            teacherHalfDays: number;
                            unplaced: number;
                            warnings: number;
                        } | null;
                        fromWeek: number | null;
                        /** Format: uuid */
                        id: string;
                        madeAt: string;
                        name: string;
                        parentId: string | null;
                        publishedAt: string | null;
                        semester: 1 | 2;
                        /** @enum {string} */
                        state: "candidate" | "draft" | "published" | "superseded";
                        toWeek: number | null;
                        version: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.downloadWorkbook": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                timetableId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "timetable.getWeek": {
        parameters: {
            query?: {
                schoolId?: string;
                schoolYear?: string;
                week?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bells: {
                            endsAt: string;
                            /** @enum {string} */
                            half: "morning" | "afternoon";
                            period: number;
                            startsAt: string;
                        }[];
                        changes: {
                            /** Format: date */
                            day: string;
                            /** @enum {string} */
                            kind: "substituted" | "cancelled" | "online" | "madeUp";
                            /** Format: uuid */
                            lessonId: string;
                            link: string | null;
                            madeUp: {
                                /** Format: date */
                                day: string;
                                /** @enum {string} */
                                half: "morning" | "afternoon";
                                period: number;
                            } | null;
                            staffId: string | null;
                        }[];
                        classes: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        lessons: {
                            at: {
                                /** @enum {string} */
                                half: "morning" | "afternoon";
                                period: number;
                                weekday: number;
                            } | null;
                            classIds: string[];
                            duration: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "lesson" | "event" | "group";
                            locked: boolean;
                            roomId: string | null;
                            session: 1 | 2;
                            staffIds: string[];
                            strand: string;
                            studyGroupId: string | null;
                            subjectCode: string | null;
                            title: string | null;
                        }[];
                        myClassIds: string[];
                        myStaffId: string | null;
                        rooms: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        schoolYear: string;
                        subjects: {
                            code: string;
                            name: string;
                            shortName: string;
                            strands: {
                                code: string;
                                name: string;
                            }[];
                        }[];
                        teachers: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        timetable: {
                            changedAt: string;
                            figures: {
                                avoided: number;
                                demandingLate: number;
                                lessons: number;
                                mustFix: number;
                                singleHalfDays: number;
                                splitSubjects: number;
                                teacherGaps: number;
                                teacherHalfDays: number;
                                unplaced: number;
                                warnings: number;
                            } | null;
                            fromWeek: number | null;
                            /** Format: uuid */
                            id: string;
                            madeAt: string;
                            name: string;
                            parentId: string | null;
                            publishedAt: string | null;
                            semester: 1 | 2;
                            /** @enum {string} */
                            state: "candidate" | "draft" | "published" | "superseded";
                            toWeek: number | null;
                            version: number;
                        } | null;
                        today: string;
                        week: {
                            endsOn: string;
                            number: number;
                            semester: number;
                            startsOn: string;
                        } | null;
                        weeks: {
                            endsOn: string;
                            number: number;
                            semester: number;
                            startsOn: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.listAnchors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            addedAt: string;
                            expiresAt: string;
                            fingerprint: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        may: string[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.addAnchor": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.removeAnchor": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                anchorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.listArchives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            asked: number;
                            askedAt: string;
                            bytes: number | null;
                            endedAt: string | null;
                            failed: {
                                name: string;
                                why: string;
                            }[];
                            /** Format: uuid */
                            id: string;
                            made: number;
                            schoolYear: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed";
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.startArchive": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    schoolYear?: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.downloadArchive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                archiveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.listClassPages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        class: {
                            grade: number;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        may: string[];
                        rows: {
                            awards: string[];
                            awardsVersion: number;
                            name: string;
                            number: number | null;
                            pageId: string | null;
                            /** Format: uuid */
                            pupilId: string;
                            returned: string | null;
                            rollNumber: number | null;
                            state: ("collecting" | "issued" | "superseded" | "revoked") | null;
                            turn: number | null;
                        }[];
                        schoolYear: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.saveAwards": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                classId: string;
                pupilId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: string[];
                    version: number;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        saved: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.listMine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            className: string;
                            code: string;
                            /** Format: uuid */
                            id: string;
                            issuedAt: string | null;
                            number: number;
                            pupilName: string;
                            reason: string | null;
                            school: string;
                            schoolYear: string;
                            /** @enum {string} */
                            state: "collecting" | "issued" | "superseded" | "revoked";
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.getOverview": {
        parameters: {
            query?: {
                schoolYear?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        classes: {
                            grade: number;
                            homeroom: number;
                            /** Format: uuid */
                            id: string;
                            issued: number;
                            name: string;
                            pages: number;
                            principal: number;
                            pupils: number;
                            returned: number;
                            seal: number;
                            subject: number;
                        }[];
                        may: string[];
                        school: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        };
                        schoolYear: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.drawUpPages": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    classIds: string[];
                    pupilIds?: string[];
                    reason?: string;
                    /** @default false */
                    summerIsOver?: boolean;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        made: number;
                        refused: {
                            name: string;
                            /** Format: uuid */
                            pupilId: string;
                            why: string[];
                        }[];
                        unchanged: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.getPage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        classId: string;
                        code: string;
                        content: {
                            absentSessions: number;
                            academic: {
                                /** @enum {string} */
                                semester1: "excellent" | "good" | "pass" | "fail";
                                /** @enum {string} */
                                semester2: "excellent" | "good" | "pass" | "fail";
                                /** @enum {string} */
                                year: "excellent" | "good" | "pass" | "fail";
                            };
                            awards: string[];
                            className: string;
                            code: string;
                            comment: string;
                            completes: ("lowerSecondary" | "upperSecondary") | null;
                            conduct: {
                                afterSummer: ("excellent" | "good" | "pass" | "fail") | null;
                                /** @enum {string} */
                                semester1: "excellent" | "good" | "pass" | "fail";
                                /** @enum {string} */
                                semester2: "excellent" | "good" | "pass" | "fail";
                                /** @enum {string} */
                                year: "excellent" | "good" | "pass" | "fail";
                            };
                            /** @enum {string} */
                            decision: "promoted" | "retest" | "summerTraining" | "retained";
                            department: string;
                            /** @constant */
                            format: "hoaban.hocba/1";
                            grade: number;
                            guardians: {
                                name: string;
                                relation: string;
                            }[];
                            homeroomTeacher: string;
                            honour: ("excellent" | "outstanding") | null;
                            /** @enum {string} */
                            level: "lowerSecondary" | "upperSecondary";
                            number: number;
                            /** @enum {string} */
                            outcome: "promoted" | "retained";
                            previous: {
                                digest: string;
                                number: number;
                                reason: string;
                            } | null;
                            pupil: {
                                address: string | null;
                                birthDate: string;
                                birthPlace: string | null;
                                ethnicGroup: string | null;
                                identityNumber: string | null;
                                name: string;
                                sectorCode: string | null;
                                /** @enum {string} */
                                sex: "female" | "male";
                            };
                            retestSubjects: string[];
                            school: {
                                code: string;
                                name: string;
                            };
                            schoolYear: string;
                            subjects: {
                                code: string;
                                comment: string | null;
                                exempt: boolean;
                                /** @enum {string} */
                                judged: "score" | "comment";
                                name: string;
                                retest: string | null;
                                semester1: string | null;
                                semester2: string | null;
                                teachers: string[];
                                year: string | null;
                            }[];
                        };
                        digest: string;
                        hasFiles: boolean;
                        /** Format: uuid */
                        id: string;
                        issuedAt: string | null;
                        may: string[];
                        number: number;
                        /** Format: uuid */
                        pupilId: string;
                        revokedAt: string | null;
                        revokedReason: string | null;
                        shares: {
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            madeAt: string;
                            openedAt: string | null;
                            purpose: string;
                            withdrawnAt: string | null;
                        }[];
                        /** @enum {string} */
                        state: "collecting" | "issued" | "superseded" | "revoked";
                        steps: {
                            certificate: string | null;
                            doneAt: string | null;
                            doneName: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "subject" | "homeroom" | "principal" | "seal";
                            method: ("account" | "standIn" | "certificate") | null;
                            note: string | null;
                            signer: string | null;
                            /** @enum {string} */
                            state: "waiting" | "done" | "returned";
                            subjectCode: string | null;
                        }[];
                        versions: {
                            /** Format: uuid */
                            id: string;
                            issuedAt: string | null;
                            number: number;
                            reason: string | null;
                            schoolYear: string;
                            /** @enum {string} */
                            state: "collecting" | "issued" | "superseded" | "revoked";
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.downloadPdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.revokePage": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                pageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        state: "revoked";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.makeShare": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                pageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                        expiresAt: string;
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.downloadXml": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.listQueue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groups: {
                            /** Format: uuid */
                            classId: string;
                            className: string;
                            /** @enum {string} */
                            kind: "subject" | "homeroom" | "principal" | "seal";
                            schoolYear: string;
                            subjectCode: string | null;
                            subjectName: string | null;
                            waiting: number;
                        }[];
                        may: string[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.listQueueSteps": {
        parameters: {
            query: {
                classId: string;
                kind: "subject" | "homeroom" | "principal" | "seal";
                subjectCode?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            pageId: string;
                            part: {
                                code: string;
                                comment: string | null;
                                exempt: boolean;
                                /** @enum {string} */
                                judged: "score" | "comment";
                                name: string;
                                retest: string | null;
                                semester1: string | null;
                                semester2: string | null;
                                teachers: string[];
                                year: string | null;
                            } | null;
                            pupilName: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.openRun": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    classIds?: string[];
                    /** @enum {string} */
                    kind: "principal" | "seal";
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "principal" | "seal";
                        made: number;
                        refused: {
                            name: string;
                            /** Format: uuid */
                            pageId: string;
                            why: string;
                        }[];
                        startedAt: string;
                        /** @enum {string} */
                        state: "open" | "done";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.getRun": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "principal" | "seal";
                        made: number;
                        refused: {
                            name: string;
                            /** Format: uuid */
                            pageId: string;
                            why: string;
                        }[];
                        startedAt: string;
                        /** @enum {string} */
                        state: "open" | "done";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.continueRun": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: {
                        /** Format: base64 */
                        file: string;
                        /** @constant */
                        kind: "file";
                        password: string;
                    } | {
                        /** @constant */
                        kind: "token";
                        pin: string;
                        token: string;
                    };
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "principal" | "seal";
                        made: number;
                        refused: {
                            name: string;
                            /** Format: uuid */
                            pageId: string;
                            why: string;
                        }[];
                        startedAt: string;
                        /** @enum {string} */
                        state: "open" | "done";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.openShare": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        content: {
                            absentSessions: number;
                            academic: {
                                /** @enum {string} */
                                semester1: "excellent" | "good" | "pass" | "fail";
                                /** @enum {string} */
                                semester2: "excellent" | "good" | "pass" | "fail";
                                /** @enum {string} */
                                year: "excellent" | "good" | "pass" | "fail";
                            };
                            awards: string[];
                            className: string;
                            code: string;
                            comment: string;
                            completes: ("lowerSecondary" | "upperSecondary") | null;
                            conduct: {
                                afterSummer: ("excellent" | "good" | "pass" | "fail") | null;
                                /** @enum {string} */
                                semester1: "excellent" | "good" | "pass" | "fail";
                                /** @enum {string} */
                                semester2: "excellent" | "good" | "pass" | "fail";
                                /** @enum {string} */
                                year: "excellent" | "good" | "pass" | "fail";
                            };
                            /** @enum {string} */
                            decision: "promoted" | "retest" | "summerTraining" | "retained";
                            department: string;
                            /** @constant */
                            format: "hoaban.hocba/1";
                            grade: number;
                            guardians: {
                                name: string;
                                relation: string;
                            }[];
                            homeroomTeacher: string;
                            honour: ("excellent" | "outstanding") | null;
                            /** @enum {string} */
                            level: "lowerSecondary" | "upperSecondary";
                            number: number;
                            /** @enum {string} */
                            outcome: "promoted" | "retained";
                            previous: {
                                digest: string;
                                number: number;
                                reason: string;
                            } | null;
                            pupil: {
                                address: string | null;
                                birthDate: string;
                                birthPlace: string | null;
                                ethnicGroup: string | null;
                                identityNumber: string | null;
                                name: string;
                                sectorCode: string | null;
                                /** @enum {string} */
                                sex: "female" | "male";
                            };
                            retestSubjects: string[];
                            school: {
                                code: string;
                                name: string;
                            };
                            schoolYear: string;
                            subjects: {
                                code: string;
                                comment: string | null;
                                exempt: boolean;
                                /** @enum {string} */
                                judged: "score" | "comment";
                                name: string;
                                retest: string | null;
                                semester1: string | null;
                                semester2: string | null;
                                teachers: string[];
                                year: string | null;
                            }[];
                        };
                        digest: string;
                        /** @enum {string} */
                        state: "issued" | "superseded" | "revoked";
                        until: string;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.withdrawShare": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                shareId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.returnStep": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        state: "returned";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.confirmSteps": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    standIn?: string;
                    stepIds: string[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        made: number;
                        refused: {
                            name: string;
                            /** Format: uuid */
                            stepId: string;
                            why: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.signSteps": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: {
                        /** Format: base64 */
                        file: string;
                        /** @constant */
                        kind: "file";
                        password: string;
                    } | {
                        /** @constant */
                        kind: "token";
                        pin: string;
                        token: string;
                    };
                    stepIds: string[];
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asked: number;
                        made: number;
                        refused: {
                            name: string;
                            /** Format: uuid */
                            stepId: string;
                            why: string;
                        }[];
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.verifyCode": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        endedAt: string | null;
                        issuedAt: string;
                        /** @enum {string} */
                        level: "lowerSecondary" | "upperSecondary";
                        newest: number;
                        number: number;
                        school: string;
                        schoolYear: string;
                        /** @enum {string} */
                        state: "issued" | "superseded" | "revoked";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transcript.verifyFile": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        page: {
                            code: string;
                            endedAt: string | null;
                            issuedAt: string;
                            /** @enum {string} */
                            level: "lowerSecondary" | "upperSecondary";
                            newest: number;
                            number: number;
                            school: string;
                            schoolYear: string;
                            /** @enum {string} */
                            state: "issued" | "superseded" | "revoked";
                        };
                        signatures: {
                            holds: boolean;
                            signer: string;
                        }[];
                        /** @enum {string} */
                        verdict: "genuine" | "otherTranscript" | "changed" | "otherFile" | "notPdf";
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.listUnits": {
        parameters: {
            query?: {
                closed?: string;
                clusterId?: string;
                communeId?: string;
                cursor?: string;
                kind?: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                limit?: number;
                parentId?: string;
                q?: string;
                schoolKind?: "lowerSecondary" | "upperSecondary" | "combinedSecondary" | "ethnicSemiBoarding" | "ethnicBoardingLower" | "ethnicBoardingUpper" | "specialised" | "vocContinuingCentre";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            border: boolean;
                            closedOn: string | null;
                            code: string;
                            communeKind: ("commune" | "ward") | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                            latitude: number | null;
                            longitude: number | null;
                            managingAuthority: ("communePC" | "department") | null;
                            name: string;
                            parentId: string | null;
                            schoolKind: ("lowerSecondary" | "upperSecondary" | "combinedSecondary" | "ethnicSemiBoarding" | "ethnicBoardingLower" | "ethnicBoardingUpper" | "specialised" | "vocContinuingCentre") | null;
                            teachesLower: boolean;
                            teachesUpper: boolean;
                            version: number;
                            zone: number | null;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.getUnit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        above: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                            /** @enum {string} */
                            line: "state" | "professional";
                            name: string;
                        }[];
                        below: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                            /** @enum {string} */
                            line: "state" | "professional";
                            name: string;
                        }[];
                        belowTotal: number;
                        leaders: {
                            /** Format: uuid */
                            accountId: string;
                            name: string;
                            role: string;
                        }[];
                        parent: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                            name: string;
                        } | null;
                        sites: {
                            distanceKm: number | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "main" | "satellite";
                            name: string;
                            /** Format: uuid */
                            unitId: string;
                            version: number;
                            village: string | null;
                        }[];
                        unit: {
                            border: boolean;
                            closedOn: string | null;
                            code: string;
                            communeKind: ("commune" | "ward") | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                            latitude: number | null;
                            longitude: number | null;
                            managingAuthority: ("communePC" | "department") | null;
                            name: string;
                            parentId: string | null;
                            schoolKind: ("lowerSecondary" | "upperSecondary" | "combinedSecondary" | "ethnicSemiBoarding" | "ethnicBoardingLower" | "ethnicBoardingUpper" | "specialised" | "vocContinuingCentre") | null;
                            teachesLower: boolean;
                            teachesUpper: boolean;
                            version: number;
                            zone: number | null;
                        };
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.updateUnit": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    border?: boolean;
                    latitude?: number | null;
                    longitude?: number | null;
                    name?: string;
                    version: number;
                    zone?: number | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        border: boolean;
                        closedOn: string | null;
                        code: string;
                        communeKind: ("commune" | "ward") | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                        latitude: number | null;
                        longitude: number | null;
                        managingAuthority: ("communePC" | "department") | null;
                        name: string;
                        parentId: string | null;
                        schoolKind: ("lowerSecondary" | "upperSecondary" | "combinedSecondary" | "ethnicSemiBoarding" | "ethnicBoardingLower" | "ethnicBoardingUpper" | "specialised" | "vocContinuingCentre") | null;
                        teachesLower: boolean;
                        teachesUpper: boolean;
                        version: number;
                        zone: number | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.closeSubjectTeam": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Xong */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.createSite": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    distanceKm?: number | null;
                    /** @enum {string} */
                    kind: "main" | "satellite";
                    name: string;
                    /** @default null */
                    village?: string | null;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        distanceKm: number | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "main" | "satellite";
                        name: string;
                        /** Format: uuid */
                        unitId: string;
                        version: number;
                        village: string | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.createSubjectTeam": {
        parameters: {
            query?: never;
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        border: boolean;
                        closedOn: string | null;
                        code: string;
                        communeKind: ("commune" | "ward") | null;
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                        latitude: number | null;
                        longitude: number | null;
                        managingAuthority: ("communePC" | "department") | null;
                        name: string;
                        parentId: string | null;
                        schoolKind: ("lowerSecondary" | "upperSecondary" | "combinedSecondary" | "ethnicSemiBoarding" | "ethnicBoardingLower" | "ethnicBoardingUpper" | "specialised" | "vocContinuingCentre") | null;
                        teachesLower: boolean;
                        teachesUpper: boolean;
                        version: number;
                        zone: number | null;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.importUnits": {
        parameters: {
            query?: {
                dryRun?: string;
            };
            header?: {
                /** @description Command id (UUID): the same id is carried out once. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Xong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                        changes: {
                            code: string | null;
                            fields: string[];
                            /** @enum {string} */
                            kind: "department" | "division" | "commune" | "school" | "subjectTeam" | "cluster";
                            line: number;
                            name: string;
                            /** @enum {string} */
                            what: "created" | "changed";
                        }[];
                        created: number;
                        faults: {
                            cell: string;
                            message: string;
                        }[];
                        faulty: number;
                        unchanged: number;
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "organisation.getUnitTemplate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tệp */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
