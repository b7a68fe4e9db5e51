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
.metrics{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));margin:16px 0}
.metrics>.box{margin:0}
td>code,th>code{white-space:nowrap}
tbody th{font-weight:500}
.audit td{overflow-wrap:anywhere}
`;
