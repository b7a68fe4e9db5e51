/** Style of the pages of a repository and of the playbook. */
export const repositoryStyle = `
.cards.wide{grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr))}
.spaced{margin:24px 0}
dl.pair{margin:0}
.pair dt{color:var(--dim)}
.pair dd{margin:0 0 8px}
.pair .big,.big.small{font-size:20px}
.row p{margin:0 0 4px}
.row .next{border-left:3px solid var(--line);padding-left:8px}
.nowrap{white-space:nowrap}
time{white-space:nowrap}
.box>.body+.body{border-top:1px solid var(--line)}
.groups{display:grid;gap:0 24px;grid-template-columns:repeat(auto-fill,minmax(min(100%,480px),1fr))}
.groups>section{min-width:0}
.groups .box{margin:8px 0 16px}
.groups .box h3 code{background:none;padding:0}
dl.facts.lead{margin:8px 0 24px}
td>code,th>code{white-space:nowrap}
tbody th{font-weight:500}
.stacks td a{text-decoration:underline}
.box>ol.listed{margin:0;padding:16px 16px 16px 40px}
ul.plain{list-style:none;margin:0;padding:0}
@media (max-width:640px){
.stacks,.stacks caption,.stacks tbody,.stacks tr,.stacks tbody th,.stacks td{display:block}
.stacks thead{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;width:1px}
.stacks tr{border-top:1px solid var(--line);padding:8px 0}
.stacks tbody tr>*,.box .stacks tbody tr:first-child>*{border:0;padding:2px 4px;text-align:left}
.stacks tbody th{font-weight:600}
.stacks td{display:grid;gap:8px;grid-template-columns:minmax(80px,28%) minmax(0,1fr);white-space:normal}
.stacks td::before{color:var(--dim);content:attr(data-label)}
}
`;
