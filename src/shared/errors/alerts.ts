export const alertErrors = {
  'alert.unknown': { en: 'There is no alert {id}. It may have been removed.', zh: '提醒 {id} 不存在，可能已被删除。' },
  'alert.symbol': { en: 'This condition is about one instrument. Name it.', zh: '该条件针对单个证券，请指定证券。' },
  'alert.everywhere': { en: 'The trouble of a source is not about one instrument. Leave the instrument out.', zh: '数据源故障与单个证券无关，请不要指定证券。' },
  'alert.scope': { en: 'An alert is about one symbol or about a list. Leave one of them out.', zh: '提醒只能针对单个证券或一个列表，请去掉其中之一。' },
  'alert.list': { en: 'The list of this alert is gone. Edit the alert and choose another.', zh: '该提醒所用的列表已不存在，请编辑提醒并另选列表。' },
  'alert.live': { en: 'Weeks and months change until they end. Choose closed bars, or a shorter frequency.', zh: '周线和月线在结束前会不断变化。请选择已收盘的行情，或更短的周期。' },
  'alert.untested': { en: 'Trouble with the data cannot be tried on past bars.', zh: '数据故障提醒无法用历史行情试验。' },
} as const;
