import { chartStyle } from '../../charts/chart-style.ts';
import { pullStyle } from '../../pull/pull-style.ts';
import { repositoryStyle } from '../../repository/style/repository-style.ts';
import { colours } from './colours.ts';

const base = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
a{color:var(--link);text-decoration:none}
a:hover,p a,li a,dd a{text-decoration:underline}
h1{font-size:24px;font-weight:600;line-height:1.25;margin:0 0 8px}
h2{font-size:18px;line-height:1.25;margin:24px 0 8px}
h3{font-size:15px;margin:16px 0 4px}
p{margin:0 0 8px}
code,pre{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{background:var(--soft);border-radius:6px;padding:.15em .35em}
pre{background:var(--soft);border-radius:6px;overflow-x:auto;padding:12px}
pre code{background:none;padding:0}
svg{max-width:100%}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
main:focus{outline:0}
.skip{position:absolute;left:-999px}
.skip:focus{background:var(--ground);left:8px;padding:8px 12px;top:8px;z-index:2}
.hidden{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;white-space:nowrap;width:1px}
.dim{color:var(--dim)}
.num{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
`;

const frame = `
.top{align-items:center;background:var(--soft);border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;padding:8px 24px}
.trail{align-items:center;display:flex;flex-wrap:wrap;gap:4px 8px;overflow-wrap:anywhere}
.trail a{color:var(--ink);padding:6px 0}
.trail a[aria-current]{font-weight:600}
.trail span{color:var(--dim)}
.brand{font-weight:600}
.viewer{align-items:center;color:var(--dim);display:flex;gap:12px;margin:0}
.tabs{background:var(--soft);border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:0 4px;padding:0 16px}
.tabs a{border-bottom:2px solid transparent;color:var(--ink);padding:10px 8px}
.tabs a:hover{border-color:var(--line);text-decoration:none}
.tabs a[aria-current]{border-color:#fd8c73;font-weight:600}
main{margin:0 auto;max-width:1280px;min-height:60vh;overflow-wrap:anywhere;padding:24px}
footer{border-top:1px solid var(--line);color:var(--dim);display:flex;flex-wrap:wrap;gap:8px 24px;justify-content:space-between;padding:16px 24px}
footer nav{display:flex;flex-wrap:wrap;gap:4px 16px}
footer a{color:var(--dim);padding:6px 0}
footer a[aria-current]{color:var(--ink);font-weight:600}
`;

const parts = `
.box{border:1px solid var(--line);border-radius:6px;margin:16px 0}
.box>h2,.box>h3{background:var(--soft);border-bottom:1px solid var(--line);border-radius:6px 6px 0 0;font-size:14px;margin:0;padding:8px 16px}
.box>.body{overflow-x:auto;padding:16px}
.box>.row{border-top:1px solid var(--line);padding:8px 16px}
.box>.row:first-child,.box>h2+.row{border-top:0}
.cards{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,230px),1fr))}
.cards>.box{margin:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;overflow-wrap:normal;width:100%}
th[scope=rowgroup]{background:var(--soft)}
caption{font-weight:600;padding:0 0 8px;text-align:left}
th,td{border-top:1px solid var(--line);padding:6px 12px;text-align:left;vertical-align:top}
thead th{background:var(--soft);border-top:0;color:var(--dim);font-size:12px;font-weight:600;white-space:nowrap}
thead th a{color:inherit}
.box>.scroll tbody tr:first-child>*{border-top:1px solid var(--line)}
dl.facts{display:grid;gap:4px 16px;grid-template-columns:max-content minmax(0,1fr);margin:0}
.facts dt{color:var(--dim)}
.facts dd{margin:0}
.mark{font-weight:600;white-space:nowrap}
.mark.pass{color:var(--good)}
.mark.fail,.mark.cannot-evaluate{color:var(--bad)}
.mark.pending{color:var(--wait)}
.mark.not-applicable{color:var(--dim)}
.tag{border:1px solid var(--line);border-radius:2em;color:var(--dim);display:inline-block;font-size:12px;padding:0 8px;white-space:nowrap}
.notice{background:var(--wait-soft);border:1px solid var(--wait);border-radius:6px;margin:16px 0;padding:8px 16px}
.notice.bad{background:var(--bad-soft);border-color:var(--bad)}
.notice.good{background:var(--good-soft);border-color:var(--good)}
.bar{height:8px;vertical-align:middle;width:96px}
.bar .rest{fill:var(--line)}
.bar .done{fill:var(--good)}
.big{font-size:32px;font-weight:600;line-height:1.2}
details>summary{cursor:pointer;padding:4px 0}
.tree,.tree ul{list-style:none;margin:0;padding-left:16px}
.tree{padding-left:0}
`;

const forms = `
form.filters{align-items:end;display:flex;flex-wrap:wrap;gap:8px 16px;margin:16px 0}
.filters label,.field{color:var(--dim);display:grid;font-size:12px;gap:2px}
input,select,textarea,button{background:var(--ground);border:1px solid var(--line);border-radius:6px;color:var(--ink);font:inherit;min-height:32px;padding:4px 8px}
input,select{max-width:100%}
textarea{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;width:100%}
input[type=checkbox],input[type=radio]{min-height:0}
button,.button{background:var(--soft);border:1px solid var(--line);border-radius:6px;color:var(--ink);cursor:pointer;display:inline-block;font-weight:500;padding:4px 16px}
button.main,.button.main{background:var(--good);border-color:transparent;color:var(--on-fill)}
button.plain{background:none;border:0;color:var(--link);padding:4px 0}
.pager{align-items:center;display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:center;margin:16px 0}
.pager a{padding:6px 8px}
.narrow{margin:0 auto;max-width:560px}
`;

const media = `
@media (max-width:640px){.top,footer{padding:8px 16px}.tabs{padding:0 8px}main{padding:16px}h1{font-size:20px}th,td{padding:6px 8px}dl.facts{grid-template-columns:minmax(0,1fr)}.facts dd{margin-bottom:4px}.viewer button,.tabs a,footer a,.filters button,.filters select,.filters input{min-height:40px}}
@media (prefers-reduced-motion:no-preference){a,button{transition:color .1s}}
@media print{.top .viewer,.tabs,footer,.filters,.pager,.skip{display:none}main{max-width:none;padding:0}.box{break-inside:avoid}a{color:inherit}}
`;

/** The one style sheet of all pages. */
export const style = colours + base + frame + parts + forms + chartStyle + repositoryStyle + pullStyle + media;
