// The words of the audit log's workbook, in both languages.

import type { AuditEvent } from '../../shared/audit/contract';
import type { Language } from '../exports/words';

export interface AuditWords {
  readonly sheet: string;
  readonly file: string;
  readonly evidence: string;
  readonly titles: {
    readonly number: string;
    readonly at: string;
    readonly who: string;
    readonly event: string;
    readonly operation: string;
    readonly client: string;
    readonly details: string;
    readonly fingerprint: string;
  };
  readonly app: string;
  readonly events: Readonly<Record<AuditEvent, string>>;
}

export const AUDIT_WORDS: Readonly<Record<Language, AuditWords>> = {
  'zh-CN': {
    sheet: '审计日志',
    file: '审计日志',
    evidence: '审计日志证据',
    titles: {
      number: '编号',
      at: '时间',
      who: '谁',
      event: '做了什么',
      operation: '操作',
      client: '客户',
      details: '细节',
      fingerprint: '指纹',
    },
    app: '熟客',
    events: {
      'signed-in': '登录',
      switched: '接手',
      locked: '锁定',
      'sign-in-failed': '登录没成功',
      recovered: '用恢复钥匙打开',
      refused: '被拒绝',
      changed: '修改',
      deleted: '删除',
      erased: '彻底删除',
      undone: '撤销',
      imported: '导入',
      exported: '导出',
      'backed-up': '备份',
      printed: '打印',
      revealed: '显示遮蔽内容',
      'health-seen': '看健康提醒',
      'photo-seen': '看照片',
      'client-seen': '看客户资料',
      'phone-search': '按号码查找',
      'password-changed': '改密码',
      'people-changed': '改账号',
      'permissions-changed': '改权限',
      'settings-changed': '改设置',
      'review-signed': '权限复核签字',
      verified: '核对日志',
      restored: '用备份恢复',
      practised: '恢复演练',
      salvaged: '抢救客户簿',
    },
  },
  en: {
    sheet: 'Audit log',
    file: 'Audit log',
    evidence: 'Audit log evidence',
    titles: {
      number: 'No.',
      at: 'Time',
      who: 'Who',
      event: 'What',
      operation: 'Operation',
      client: 'Client',
      details: 'Details',
      fingerprint: 'Fingerprint',
    },
    app: 'Shuke',
    events: {
      'signed-in': 'Signed in',
      switched: 'Took over',
      locked: 'Locked',
      'sign-in-failed': 'Failed to sign in',
      recovered: 'Opened with the recovery key',
      refused: 'Refused',
      changed: 'Changed',
      deleted: 'Deleted',
      erased: 'Erased',
      undone: 'Undone',
      imported: 'Imported',
      exported: 'Exported',
      'backed-up': 'Backed up',
      printed: 'Printed',
      revealed: 'Showed masked values',
      'health-seen': 'Saw health alerts',
      'photo-seen': 'Saw a photo',
      'client-seen': 'Saw a client',
      'phone-search': 'Searched by phone',
      'password-changed': 'Changed a password',
      'people-changed': 'Changed accounts',
      'permissions-changed': 'Changed permissions',
      'settings-changed': 'Changed settings',
      'review-signed': 'Signed a permission review',
      verified: 'Checked the log',
      restored: 'Restored a backup',
      practised: 'Recovery drill',
      salvaged: 'Rescued the book',
    },
  },
};
