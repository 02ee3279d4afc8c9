/** The page's look: calm, one column, light and dark by preference, down to a phone, and onto A4. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fbfaf7;--sheet:#fff;--ink:#22262c;--soft:#5a616b;--rule:#e3e0d8;
--bad:#a3271c;--good:#1f6b3c;--m2:#a3271c;--m2t:#fff;--m1:#efb7ad;--m1t:#43130d;--z:#d9d6cd;--zt:#33312b;
--p1:#b3d9bd;--p1t:#0f3a1f;--p2:#1f6b3c;--p2t:#fff}
@media (prefers-color-scheme:dark){:root{--ground:#15171b;--sheet:#1c1f24;--ink:#e7e4dd;--soft:#a6adb8;--rule:#32363d;
--bad:#f2958a;--good:#8fd0a3;--m2:#f2958a;--m2t:#2b0906;--m1:#7a342c;--m1t:#ffe9e5;--z:#454a53;--zt:#f0eee8;
--p1:#2c5e3d;--p1t:#e2f6e8;--p2:#8fd0a3;--p2t:#06240f}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:50rem;margin:0 auto;padding:2.5rem 1.25rem 3rem}
h1{font-size:1.65rem;line-height:1.2;margin:0;font-weight:650;letter-spacing:-.01em}
h2{font-size:1.05rem;margin:0 0 .5rem;font-weight:650}
p,ul,ol,dl,table,blockquote,figure{margin:0 0 .45rem}p,li,dd,blockquote{text-wrap:pretty}
.motto{font-size:1.1rem;color:var(--soft);margin:.4rem 0 0;font-style:italic}
header{margin:0 0 1.1rem}section,dl,.cards{margin:1.9rem 0 0}section>dl{margin:.2rem 0 0}
section section{margin-top:1.1rem}
ul{padding:0 0 0 1.1rem}li{margin:.15rem 0}li::marker{color:var(--soft)}
.led{margin:0 0 .9rem}dl+.led{margin-top:.9rem}.led>p{margin:0}.led>ul{list-style:none}
.line{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.25rem}
.line>:first-child{flex:1 1 55%}.line>.aside{flex:none;max-width:100%;text-align:right}.aside,.note,.dim,figcaption{color:var(--soft)}
.aside{font-size:.92em}b{font-weight:600}.strong{font-weight:650}.bad{color:var(--bad)}.good{color:var(--good)}
code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(4,1fr);gap:.75rem;padding:0;list-style:none}
.cards li{background:var(--sheet);border:1px solid var(--rule);border-radius:.7rem;padding:.8rem .9rem;margin:0;display:flex;flex-direction:column}
.cards b{font-size:1.55rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}
.cards span{color:var(--soft);font-size:.88rem;line-height:1.35}
dl{display:grid;grid-template-columns:fit-content(14rem) minmax(0,1fr);gap:.35rem 1.5rem}dt{color:var(--soft)}dd{margin:0}
blockquote{padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--rule);font-size:1.08rem;font-style:italic}
blockquote footer{margin:0;padding:0;border:0;font-style:normal}
table{border-collapse:collapse;width:100%;font-size:.94rem}
caption{text-align:left;color:var(--soft);padding:0 0 .25rem}
th,td{text-align:left;font-weight:400;padding:.25rem .9rem .25rem 0;vertical-align:top;border-top:1px solid var(--rule)}
section>table th[scope=row]{width:26%}section>table td:nth-child(2):not(:last-child){width:20%}
thead th,thead td{color:var(--soft);border-top:0}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
thead.unseen+tbody tr:first-child>*{border-top:0}
.chart{display:grid;gap:.9rem;margin:.8rem 0}.chart th[scope=row]{min-width:9.4rem}
.bar{display:grid;grid-template-columns:4.2rem 1fr;align-items:center;margin:.35rem 0}
svg{display:block;width:100%}
.stack rect{stroke:var(--ground);stroke-width:2px;rx:4px}
svg text{font-size:13px;text-anchor:middle}.stack text{font-weight:650}
.level0{fill:var(--m2);background:var(--m2);color:var(--m2t)}.level1{fill:var(--m1);background:var(--m1);color:var(--m1t)}
.level2{fill:var(--z);background:var(--z);color:var(--zt)}.level3{fill:var(--p1);background:var(--p1);color:var(--p1t)}
.level4{fill:var(--p2);background:var(--p2);color:var(--p2t)}
text.level0{fill:var(--m2t)}text.level1{fill:var(--m1t)}text.level2{fill:var(--zt)}text.level3{fill:var(--p1t)}text.level4{fill:var(--p2t)}
.whole{display:inline-block;max-width:12rem;overflow-wrap:break-word}
.key{display:inline-block;min-width:1.7rem;padding:0 .3rem;border-radius:.3rem;text-align:center;font-style:normal;font-weight:650;font-size:.85em}
.run{stroke:var(--soft);stroke-width:1.5}.dot{fill:var(--ink)}.median{stroke:var(--soft);stroke-dasharray:5 5}
.name,.scale{fill:var(--soft);font-size:11px}svg .scale{text-anchor:start}.edge{stroke:var(--rule)}
.strip{display:flex;flex-wrap:wrap;gap:.3rem;padding:0;list-style:none}
.strip li{text-align:center;font-size:.8rem;color:var(--soft)}.strip .key{display:block;min-width:2.1rem}
.heat{table-layout:fixed;border-collapse:separate;border-spacing:3px}.heat th,.heat td{border:0;padding:0;overflow:hidden;white-space:nowrap;text-align:center;vertical-align:middle}
.heat thead td{width:8rem}.heat th[scope=row]{text-align:left;color:var(--soft);font-size:.88em}.heat div{border-radius:.35rem;padding:.2rem 0;font-weight:650}
.heat b{font-weight:400}.gap{color:var(--soft)}.unread{background:var(--rule)}
main>footer{margin:2.4rem 0 0;padding:.9rem 0 0;border-top:1px solid var(--rule);color:var(--soft);font-size:.9rem}
main>footer p{margin:0}main>footer b{font-weight:400}
main>table{margin:1.4rem 0 0}.runs table{font-size:.84rem;line-height:1.4}.runs th,.runs td{padding:.05rem .9rem .05rem 0}.runs th[scope=row]{min-width:3.6rem}
@media (min-width:44rem){.runs{grid-template-columns:3fr 1fr;gap:2rem}}
@media (max-width:36rem){main{padding:1.5rem 1rem 2rem}.cards{grid-template-columns:1fr 1fr}
dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .6rem}.line>:first-child{flex-basis:100%}.line>.aside{text-align:left}.bar{grid-template-columns:1fr}.spare{display:none}
section>table{font-size:.88rem}section>table th[scope=row]{min-width:5.6rem}section>table thead th{min-width:4.8rem}.bars+table td{padding-right:.3rem}section>table tr>*{padding-right:.5rem}section>table th[scope=row],section>table td:nth-child(2):not(:last-child){width:auto}
.whole{max-width:7.2rem}.chart th[scope=row]{min-width:4.9rem}.chart table{font-size:.84rem}.heat{font-size:.82rem}.heat thead td{width:5.4rem}.heat th[scope=row]{white-space:normal}.heat span{display:block}}
@page{size:A4;margin:16mm}
@media print{:root{--ground:#fff;--sheet:#fff;--ink:#000;--soft:#4a4a4a;--rule:#c9c9c9;--bad:#8a1f15;--good:#175a31;
--m2:#a3271c;--m2t:#fff;--m1:#efb7ad;--m1t:#43130d;--z:#d9d6cd;--zt:#33312b;--p1:#b3d9bd;--p1t:#0f3a1f;--p2:#1f6b3c;--p2t:#fff;
color-scheme:light;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10.5pt}main{padding:0;max-width:none}section,dl,.cards,blockquote,tr,li{break-inside:avoid}h2{break-after:avoid}
.cards{grid-template-columns:repeat(4,1fr)}}
`
