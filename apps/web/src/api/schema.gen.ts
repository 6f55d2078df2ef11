// Written by tools/generate-client.ts; change the contracts of the modules instead.
export interface paths {
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
        /** Các bản kế hoạch của Sở, bản mới trước */
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
        /** Sửa tên, ngày ký, người ký của bản nháp */
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
    "plan.listApprovals": {
        parameters: {
            query?: {
                cursor?: string;
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
                level?: "lowerSecondary" | "upperSecondary" | "both";
                month?: string;
                rows?: "communes" | "schools" | "divisions" | "all";
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
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
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
                level?: "lowerSecondary" | "upperSecondary" | "both";
                month?: string;
                rows?: "communes" | "schools" | "divisions" | "all";
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
                limit?: number;
                month?: string;
                section?: string;
                show?: "all" | "overdue" | "blocked";
                unitId: string;
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
                    };
                };
            };
            /** @description Từ chối hoặc lỗi */
            default: {
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
                            notes: string[];
                            paragraphs: number;
                            problems: {
                                code: string;
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
                            notes: string[];
                            paragraphs: number;
                            problems: {
                                code: string;
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
    "plan.listMyWork": {
        parameters: {
            query?: {
                cursor?: string;
                filter?: "open" | "dueSoon" | "overdue" | "new" | "returned" | "submitted" | "blocked" | "done" | "all";
                limit?: number;
                q?: string;
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
    "plan.search": {
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
}
