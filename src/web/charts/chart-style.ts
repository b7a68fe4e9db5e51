/** Style of the charts; colours are those of the shell, light and dark. */
export const chartStyle = `
figure.chart{container-type:inline-size;margin:0}
.chart figcaption{font-weight:600;margin:0 0 8px}
.chart svg{display:block;height:auto;max-width:960px;width:100%}
.chart svg.slim{display:none}
@container (max-width:520px){.chart svg.slim{display:block;max-width:440px}.chart svg.wide{display:none}}
.chart text{fill:var(--dim);font-size:12px}
.chart text.key,.chart text.name{fill:var(--ink)}
.chart text.figure{font-size:28px}
.chart text.strong{fill:var(--ink);font-weight:600}
.chart .start{text-anchor:start}
.chart .middle{text-anchor:middle}
.chart .end{text-anchor:end}
.chart .halo{paint-order:stroke;stroke:var(--ground);stroke-linejoin:round;stroke-width:4px}
.chart .grid{stroke:var(--chart-grid);stroke-width:1}
.chart .axis{stroke:var(--chart-axis);stroke-width:1}
.chart .line{fill:none;stroke-linejoin:round;stroke-width:2}
.chart .thin{stroke-width:1.5}
.chart .c1{stroke:var(--chart-1)}.chart .c2{stroke:var(--chart-2)}.chart .c3{stroke:var(--chart-3)}.chart .c4{stroke:var(--chart-4)}.chart .c5{stroke:var(--chart-5)}.chart .c6{stroke:var(--chart-6)}
.chart .f1{fill:var(--chart-1)}.chart .f2{fill:var(--chart-2)}.chart .f3{fill:var(--chart-3)}.chart .f4{fill:var(--chart-4)}.chart .f5{fill:var(--chart-5)}.chart .f6{fill:var(--chart-6)}
.chart .mark,.chart .pin{stroke:var(--ground);stroke-width:1.5}
.chart .fan{fill:var(--chart-1);fill-opacity:.18}
.chart .range{fill:var(--chart-1);fill-opacity:.35}
.chart .limit{stroke:var(--bad);stroke-dasharray:6 4;stroke-width:1.5}
.chart text.limit-name{fill:var(--bad)}
.chart .today{stroke:var(--ink);stroke-dasharray:2 3;stroke-width:1}
.chart .goal{stroke:var(--ink);stroke-width:2}
.chart .due{stroke:var(--chart-4);stroke-dasharray:3 3;stroke-width:1}
.chart .rest{fill:var(--line)}
.chart .good{fill:var(--good)}.chart .bad{fill:var(--bad)}.chart .wait{fill:var(--wait)}.chart .calm{fill:var(--soft)}
.chart .good-soft{fill:var(--good-soft)}.chart .wait-soft{fill:var(--wait-soft)}.chart .bad-soft{fill:var(--bad-soft)}
.chart .cell{stroke:var(--line)}
.chart .hollow{fill:var(--ground);stroke-width:2}
.chart details{margin-top:4px}
.spark{height:20px;vertical-align:middle;width:80px}
.spark path{fill:none;stroke:var(--chart-1);stroke-width:1.5}
.spark circle{fill:var(--chart-1)}
@media print{.chart svg,.chart details{break-inside:avoid}}
`;
