/** Errors of the analysis engine; each names the field, the value and what is allowed. */
export const analysisErrors = {
  'analysis.indicator': {
    en: 'There is no indicator {value}. Known indicators: {allowed}.',
    zh: '不存在指标 {value}。可用指标：{allowed}。',
  },
  'analysis.indicator-text': {
    en: '"{value}" does not name an indicator. Write: {allowed}.',
    zh: '“{value}” 不是指标的写法。格式：{allowed}。',
  },
  'analysis.parameter': {
    en: '{indicator}: {field} cannot be {value}. Allowed: {allowed}.',
    zh: '{indicator}：参数 {field} 不能为 {value}。允许：{allowed}。',
  },
  'analysis.parameter-unknown': {
    en: '{indicator} has no parameter {field} (given {value}). Its parameters: {allowed}.',
    zh: '{indicator} 没有参数 {field}（给定 {value}）。可用参数：{allowed}。',
  },
  'analysis.preset': {
    en: '{indicator} has no preset {value}. Its presets: {allowed}.',
    zh: '{indicator} 没有预设 {value}。可用预设：{allowed}。',
  },
  'analysis.output': {
    en: '{indicator} has no output {value}. Its outputs: {allowed}.',
    zh: '{indicator} 没有输出 {value}。可用输出：{allowed}。',
  },
  'analysis.basis': {
    en: '{indicator} cannot be computed on the basis {value}: such prices were shifted by an amount, so their ratios mean nothing. Choose a series on one of: {allowed}.',
    zh: '{indicator} 不能在 {value} 口径上计算：该口径的价格按金额平移，比率没有意义。请改用以下口径的数据：{allowed}。',
  },
  'analysis.input': {
    en: '{indicator} needs the column {field}, which this series does not have. It needs: {allowed}.',
    zh: '{indicator} 需要数据列 {field}，该序列没有此列。所需列：{allowed}。',
  },
  'analysis.length': {
    en: '{indicator}: the column {field} has {value} bars where the others have {allowed}. Align the series first.',
    zh: '{indicator}：数据列 {field} 有 {value} 根 K 线，其他列为 {allowed} 根。请先对齐序列。',
  },
  'analysis.resample': {
    en: 'Bars of {from} cannot be made into bars of {value}. Allowed: {allowed}.',
    zh: '{from} K 线无法合成为 {value} K 线。允许：{allowed}。',
  },
  'analysis.stopped': {
    en: 'The computation over many symbols ended before it was done ({problem}). Start it again; if it happens every time, choose fewer symbols or fewer figures.',
    zh: '对多个品种的计算提前结束（{problem}）。请重新开始；如每次都发生，请减少品种或指标。',
  },
  'analysis.adjust': {
    en: 'These prices cannot be shown adjusted {value} ({problem}): they are adjusted already, or an action does not fit the price before it. Allowed: {allowed}.',
    zh: '无法按 {value} 复权显示（{problem}）：价格已复权，或公司行动与其前收盘价不符。允许：{allowed}。',
  },
} as const;
