/** The one style sheet of an HTML report: light, printable, legible in grey. Its hash stands in the document's CSP. */
export const reportStyle = `
:root{--rise:#c4302b;--fall:#1d7f4f;--line:#d9dde3;--text:#1d232b;--muted:#5c6672;--panel:#f5f6f8}
.green-up{--rise:#1d7f4f;--fall:#c4302b}.red-blue{--fall:#2459b3}.blue-orange{--rise:#2459b3;--fall:#b3620f}.high-contrast{--rise:#000;--fall:#000}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1000px;padding:24px 20px;color:var(--text);font:13px/1.5 system-ui,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:24px;line-height:1.25;margin:0}h2{font-size:15px;margin:28px 0 8px;padding-bottom:4px;border-bottom:1px solid var(--line)}
header p,footer,figcaption{color:var(--muted)}header p{margin:4px 0 0}footer{margin-top:32px;padding-top:8px;border-top:1px solid var(--line);font-size:11px;overflow-wrap:anywhere}
.watermark{padding:6px 12px;margin-bottom:16px;border:1px solid var(--text);font-weight:600}
dl{display:grid;grid-template-columns:repeat(4,1fr);gap:1px;margin:8px 0;background:var(--line);border:1px solid var(--line)}
dl div{background:#fff;padding:6px 10px}dt{color:var(--muted);font-size:11px}dd{margin:0;font-size:15px;overflow-wrap:anywhere}
dd.rise{color:var(--rise)}dd.fall{color:var(--fall)}
table{border-collapse:collapse;width:100%;margin:8px 0}th,td{padding:3px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{color:var(--muted);font-weight:600}.end{text-align:right;white-space:nowrap}
figure{margin:8px 0}svg{display:block;width:100%;height:auto}figcaption{font-size:11px}
.callout{padding:8px 12px;margin:8px 0;background:var(--panel);border-left:3px solid var(--muted)}.callout.warning,.callout.danger{border-left-color:#b3620f}
svg text{font-size:11px;fill:var(--muted);font-family:inherit}svg .strong{fill:var(--text);font-weight:600}
svg .grid{stroke:var(--line);stroke-width:1;opacity:.6}svg .candle{stroke-width:1}svg .candle.rise{fill:#fff;stroke:var(--rise)}svg .candle.fall{fill:var(--fall);stroke:var(--fall)}svg .candle.flat{stroke:var(--muted);fill:none}
svg .volume{opacity:.55}svg .volume.rise{fill:var(--rise)}svg .volume.fall{fill:var(--fall)}
svg path.s1,svg path.s2,svg path.s3,svg path.s4{fill:none;stroke-width:1.2}svg .s1{stroke:#2f6fd0}svg .s2{stroke:#c07a1f}svg .s3{stroke:#8a4fc0}svg .s4{stroke:#2c8c6b}
svg text.s1{fill:#2f6fd0;stroke:none}svg text.s2{fill:#a8660f;stroke:none}svg text.s3{fill:#8a4fc0;stroke:none}svg text.s4{fill:#2c8c6b;stroke:none}
@media (max-width:600px){dl{grid-template-columns:repeat(2,1fr)}}
@media print{body{padding:0;max-width:none}h2{break-after:avoid}figure,dl,tr{break-inside:avoid}}
@page{size:A4;margin:14mm}
`;
