/** Style of the page of a pull request. */
export const pullStyle = `
.facts.compact{grid-template-columns:max-content minmax(0,1fr)}
.tree li{margin:4px 0}
.tree ul{border-left:1px solid var(--line);margin-left:6px}
.tree .said{padding:0 0 4px 16px}
.said p{margin:0}
.said .next{border-left:3px solid var(--line);padding-left:8px}
.steps{margin:0;padding:8px 16px 8px 40px}
.steps li{margin:0 0 8px}
.steps p{margin:0}
.values{list-style:none;margin:4px 0;padding:0}
.values li{padding:2px 0}
.box>h3.row{background:none;border-bottom:0;border-radius:0}
.verdicts{display:flex;flex-wrap:wrap;gap:2px 16px}
.lines a[aria-current]{font-weight:600}
svg.strip{display:block;height:auto;margin:8px 0}
.strip text{fill:var(--dim);font-size:12px}
.strip text.sign{fill:var(--on-fill);font-size:11px;font-weight:700;text-anchor:middle}
.strip .pass{fill:var(--good)}.strip .fail,.strip .cannot-evaluate{fill:var(--bad)}.strip .pending{fill:var(--wait)}.strip .not-applicable{fill:var(--dim)}
form.simulate{display:grid;gap:12px 16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,280px),1fr))}
.simulate fieldset,.simulate>p{grid-column:1/-1;margin:0}
.simulate fieldset{border:1px solid var(--line);border-radius:6px;min-width:0;padding:8px 16px}
.simulate .field{align-content:start;font-size:13px;min-width:0}
.simulate select,.simulate input{width:100%}
.simulate .figures{display:grid;gap:8px 16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,200px),1fr))}
`;
