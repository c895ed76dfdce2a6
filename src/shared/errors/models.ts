/** Errors of calendars, models, universe work and back-tests; each names the field, the value and what is allowed. */
export const modelErrors = {
  'calendar.table': {
    en: 'The calendar {calendar} is damaged at "{value}". Reinstall Chartroom or restore the file from a backup.',
    zh: '交易日历 {calendar} 在 "{value}" 处已损坏。请重新安装 Chartroom 或从备份恢复该文件。',
  },
  'universe.empty': {
    en: 'There are no symbols with bars to rank. Import or refresh data first.',
    zh: '没有可排名的证券数据。请先导入或刷新行情。',
  },
  'universe.date': {
    en: 'No ranking for {value}. Choose a session from {from} to {to}.',
    zh: '{value} 没有排名数据。请选择 {from} 至 {to} 之间的交易日。',
  },
  'universe.value': { en: '{field} cannot be {value}. Allowed: {allowed}.', zh: '{field} 不能为 {value}。允许的取值：{allowed}。' },
  'universe.industry': {
    en: 'There is no industry "{value}". Choose one of: {allowed}.',
    zh: '不存在行业“{value}”。可选：{allowed}。',
  },
  'model.basis': {
    en: 'The {model} cannot be computed on {value} prices, whose ratios mean nothing. Use a series on one of: {allowed}.',
    zh: '{model} 无法基于 {value} 价格计算（该口径的价格比值没有意义）。请改用以下口径之一：{allowed}。',
  },
  'model.value': { en: '{model}: {field} cannot be {value}. Allowed: {allowed}.', zh: '{model}：{field} 不能为 {value}。允许的取值：{allowed}。' },
  'rule.syntax': {
    en: 'The rule cannot be read at position {position}, "{token}". Expected: {expected}.',
    zh: '规则在第 {position} 个字符“{token}”处无法解析。此处应为：{expected}。',
  },
  'rule.field': {
    en: 'There is no field "{token}" (position {position} of the rule). Fields: {allowed}.',
    zh: '不存在字段“{token}”（规则第 {position} 个字符）。可用字段：{allowed}。',
  },
  'rule.value': {
    en: '"{token}" is not allowed at position {position} of the rule. Allowed: {allowed}.',
    zh: '规则第 {position} 个字符处不能为“{token}”。允许的取值：{allowed}。',
  },
  'rule.long': { en: 'The rule has {value} characters; at most {allowed} are allowed.', zh: '规则长达 {value} 个字符，最多允许 {allowed} 个。' },
  'rule.unavailable': {
    en: 'The field {value} is not available here. Use it in a scan of the universe, or leave it out.',
    zh: '此处无法使用字段 {value}。请在全市场扫描中使用，或将其删除。',
  },
  'universe.symbol': {
    en: 'The symbol {value} is not among the {count} ranked. Check its spelling, or import its bars.',
    zh: '{value} 不在已排名的 {count} 只证券中。请检查代码，或先导入其行情。',
  },
  'scan.rule': {
    en: 'There is no rule "{value}". Rules: {allowed}. Or write the rule itself.',
    zh: '不存在规则“{value}”。现有规则：{allowed}。也可直接写出规则。',
  },
  'scan.ready': {
    en: 'The rule "{name}" comes with the app and cannot be changed. Save yours under another name.',
    zh: '规则“{name}”为内置规则，不能更改。请换一个名称保存。',
  },
  'ask.question': {
    en: '"{value}" is none of the questions that can be answered from the data. Ask about one of: {allowed}.',
    zh: '“{value}”不是可由数据回答的问题。可询问：{allowed}。',
  },
} as const;
