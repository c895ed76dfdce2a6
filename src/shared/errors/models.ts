/** Errors of calendars, models, universe work and back-tests; each names the field, the value and what is allowed. */
export const modelErrors = {
  'calendar.table': {
    en: 'The calendar {calendar} is damaged at "{value}". Reinstall Chartroom or restore the file from a backup.',
    zh: '交易日历 {calendar} 在 "{value}" 处已损坏。请重新安装 Chartroom 或从备份恢复该文件。',
  },
} as const;
