export const dataErrors = {
  'symbol.unknown': { en: 'No instrument matches {text}. Import its bars first, or look it up with `symbols`.', zh: '没有与 {text} 匹配的证券。请先导入其行情，或用 `symbols` 查找。' },
  'symbol.market': { en: '{text} does not say its market. Write it like AAPL.US, 600519.SH, 0700.HK or XNAS:AAPL.', zh: '{text} 未说明市场，请写成 AAPL.US、600519.SH、0700.HK 或 XNAS:AAPL 的形式。' },
  'symbol.ambiguous': { en: '{text} could be any of {candidates}. Write one of them.', zh: '{text} 可能是 {candidates}，请写明其中一个。' },
  'bars.none': { en: '{symbol} has no bars at {freq}. Stored: {stored}.', zh: '{symbol} 没有 {freq} 周期的行情。已有周期：{stored}。' },
  'bars.adjustment': { en: '{symbol} cannot be shown adjusted {adjust}: {basis} prices without corporate actions allow only {allowed}.', zh: '{symbol} 无法按 {adjust} 复权显示：{basis} 基准且缺少公司行动数据，仅允许 {allowed}。' },
  'bars.calendar': { en: 'Bars cannot be joined to {freq}: the sessions of this exchange are not known.', zh: '无法合成 {freq} 周期：缺少该交易所的交易时段。' },
  'bars.shorter': { en: 'Bars of {stored} cannot be split into {freq}. Import shorter bars.', zh: '{stored} 周期无法拆分为 {freq}，请导入更短周期的行情。' },
  'bars.series': { en: 'Series {series} does not belong to {symbol}.', zh: '序列 {series} 不属于 {symbol}。' },
  'report.pdf': { en: 'A PDF needs the desktop app or an installed Chromium. The page was written: print {html} from any browser.', zh: '生成 PDF 需要桌面应用或已安装的 Chromium。页面已写出：可用任意浏览器打印 {html}。' },
  'report.print': { en: 'The PDF could not be printed ({problem}). The page was written: print {html} from any browser.', zh: 'PDF 打印失败（{problem}）。页面已写出：可用任意浏览器打印 {html}。' },
  'report.noManifest': { en: 'None of the files is a manifest. Choose the .manifest.json together with the report.', zh: '所选文件中没有清单。请同时选择 .manifest.json 与报告文件。' },
  'report.manifest': { en: '{file} is not the manifest of a Chartroom report. Choose the .manifest.json that lies beside the report.', zh: '{file} 不是 Chartroom 报告清单。请选择报告旁的 .manifest.json 文件。' },
} as const;
