/** Errors of the Chan engine. */
export const chanErrors = {
  'chan.option': {
    en: 'Chan option {field}: {value} is not allowed. Allowed: {allowed}.',
    zh: '缠论选项 {field}：不允许 {value}。允许的值：{allowed}。',
  },
  'chan.bar': {
    en: 'Bar {bar} cannot be used for Chan analysis ({problem}): open {open}, high {high}, low {low}, close {close}. Correct or remove it.',
    zh: '第 {bar} 根 K 线无法用于缠论分析（{problem}）：开 {open}，高 {high}，低 {low}，收 {close}。请更正或删除该 K 线。',
  },
  'chan.time': {
    en: 'Bar {bar} has time {time}, which does not come after {previous}. Sort the bars by time and remove duplicates.',
    zh: '第 {bar} 根 K 线的时间 {time} 不在 {previous} 之后。请按时间升序排列并去除重复。',
  },
  'chan.segment': {
    en: 'Chan segment {segment} (bars {beginBar} to {endBar}) would run against its own direction; these bars cannot be divided with these options. Try other options or another range.',
    zh: '缠论第 {segment} 条线段（K 线 {beginBar} 至 {endBar}）与自身方向矛盾，按当前选项无法划分。请更换选项或区间。',
  },
  'chan.levels': {
    en: 'The {lower} bars do not fit the {higher} bars: {childless} {higher} bars hold none of them, {misdated} end on another date. Refresh both series, or allow more in the options.',
    zh: '{lower} 与 {higher} 的 K 线不匹配：{childless} 根 {higher} K 线没有次级别 K 线，{misdated} 根结束日期不一致。请刷新两个序列，或在选项中放宽限制。',
  },
} as const;
