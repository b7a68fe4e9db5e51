/** The look of the embedded GitHub's pages, beside the stylesheet for rendered Markdown. */
export const pageStyle = `
:root { --line: #d0d7de; --soft: #f6f8fa; --ink: #1f2328; --dim: #59636e; --link: #0969da; --open: #1a7f37; --closed: #8250df; --bad: #cf222e; --wait: #9a6700; }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: var(--ink); }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
header { background: #24292f; color: #fff; padding: 12px 24px; } header a, header span { color: #fff; } header small { opacity: .75; margin-left: 12px; }
nav { background: var(--soft); border-bottom: 1px solid var(--line); padding: 0 24px; display: flex; gap: 4px; flex-wrap: wrap; }
nav a { color: var(--ink); padding: 12px 10px; border-bottom: 2px solid transparent; } nav a[aria-current] { border-color: #fd8c73; font-weight: 600; }
main { max-width: 1012px; margin: 24px auto; padding: 0 16px; overflow-wrap: anywhere; } main:focus { outline: 0; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: #fff; padding: 8px 12px; border-radius: 6px; z-index: 1; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
header :focus-visible { outline-color: #fff; }
h1 { font-size: 26px; font-weight: 400; margin: 0 0 8px; } h1 .number { color: var(--dim); font-weight: 300; }
h2 { font-size: 18px; } .lead { font-size: 16px; margin: 0 0 8px; }
.count { background: rgba(129,139,152,.2); border-radius: 2em; padding: 1px 7px; font-size: 12px; font-weight: 500; }
.box { border: 1px solid var(--line); border-radius: 6px; margin: 16px 0; } .box > .row { padding: 10px 16px; border-top: 1px solid var(--line); } .box > .row:first-child { border-top: 0; }
.box > .head { background: var(--soft); border-radius: 6px 6px 0 0; padding: 8px 16px; border-bottom: 1px solid var(--line); color: var(--dim); } h2.head { margin: 0; font-size: 14px; font-weight: 600; }
.box > .markdown-body { padding: 16px; font-size: 14px; overflow-x: auto; border-radius: 6px; } .markdown-body .mention { font-weight: 600; }
.row .title { font-weight: 600; font-size: 15px; color: var(--ink); }
.dim { color: var(--dim); font-size: 12px; }
.state { display: inline-block; border-radius: 2em; padding: 3px 12px; color: #fff; font-weight: 500; background: var(--open); } .state.closed, .state.merged { background: var(--closed); }
.label { display: inline-block; border-radius: 2em; padding: 0 8px; font-size: 12px; line-height: 20px; border: 1px solid rgba(31,35,40,.15); margin-left: 4px; }
.bar { background: #eff2f5; border-radius: 6px; height: 8px; overflow: hidden; margin: 4px 0; } .bar > i { display: block; height: 8px; background: var(--open); }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 240px; gap: 24px; } .columns aside { border-left: 1px solid var(--line); padding-left: 16px; }
.columns aside h2 { font-size: 12px; color: var(--dim); margin: 0 0 4px; } .columns aside section { padding-bottom: 12px; margin-bottom: 12px; border-bottom: 1px solid var(--line); }
.mark { display: inline-flex; flex: none; align-items: center; justify-content: center; width: 16px; height: 16px; border-radius: 50%; margin-right: 8px; font-size: 10px; line-height: 1; font-weight: 700; color: #fff; background: var(--wait); vertical-align: -2px; } .mark.good { background: var(--open); } .mark.bad { background: var(--bad); }
h1 .mark { width: 22px; height: 22px; font-size: 14px; vertical-align: 0; }
.checks { list-style: none; margin: 8px 0 0; padding: 0; } .checks li, .checked, .verdict { display: flex; align-items: baseline; } .checks li { padding: 4px 0; } .checks a { font-weight: 600; } .verdict { margin: 2px 0 0; }
.commit { margin: 12px 0; padding: 0 0 0 16px; } .commit summary { cursor: pointer; } .commit .checks { margin-left: 24px; }
.story { padding-left: 28px; } .story li { margin: 6px 0; } .story li::marker { color: var(--dim); }
.states a { color: var(--dim); margin-right: 16px; } .states a[aria-current] { color: var(--ink); font-weight: 600; }
.filter { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; } .filter select { max-width: 240px; font: inherit; padding: 4px; } .filter button { font: inherit; padding: 4px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--soft); cursor: pointer; }
.milestone { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 24px; }
.bot { border: 1px solid var(--line); border-radius: 2em; font-size: 11px; padding: 0 6px; color: var(--dim); margin-left: 4px; }
.merge { border: 1px solid var(--line); border-left: 4px solid var(--open); border-radius: 6px; padding: 12px 16px; margin: 16px 0; } .merge.blocked { border-left-color: var(--bad); } .merge.merged { border-left-color: var(--closed); } .merge h2 { font-size: 15px; margin: 0; }
pre.mermaid { background: #fff; text-align: center; } pre.mermaid:not([data-processed]) { text-align: left; }
.pages { display: flex; gap: 4px; justify-content: center; background: none; border: 0; } .pages a { padding: 4px 10px; border: 1px solid transparent; border-radius: 6px; } .pages a[aria-current] { background: var(--link); color: #fff; border-color: transparent; font-weight: 400; }
@media (max-width: 700px) { .columns { grid-template-columns: minmax(0, 1fr); } .columns aside { border-left: 0; padding-left: 0; } .milestone { grid-template-columns: minmax(0, 1fr); gap: 4px; } header { padding: 12px 16px; } header small { display: block; margin: 0; } nav { padding: 0 8px; } h1 { font-size: 22px; } }
`;
